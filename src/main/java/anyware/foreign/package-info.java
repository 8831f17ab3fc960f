/** Networks that this program did not make, as the clouds' own tools print them. */
@NullMarked
package anyware.foreign;

import org.jspecify.annotations.NullMarked;
