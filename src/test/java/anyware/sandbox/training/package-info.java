@NullMarked
package anyware.sandbox.training;

import org.jspecify.annotations.NullMarked;
