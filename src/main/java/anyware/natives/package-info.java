/** Networks that this program did not make, as the clouds' own tools print them. */
@NullMarked
package anyware.natives;

import org.jspecify.annotations.NullMarked;
