/** The offline cloud's process. */
@NullMarked
package anyware.sandbox;

import org.jspecify.annotations.NullMarked;
