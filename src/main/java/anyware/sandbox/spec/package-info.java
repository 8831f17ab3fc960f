/** The language in which the offline clouds' resource types are specified. */
@NullMarked
package anyware.sandbox.spec;

import org.jspecify.annotations.NullMarked;
