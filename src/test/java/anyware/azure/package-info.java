/** Tests of what Azure is asked for. */
@NullMarked
package anyware.azure;

import org.jspecify.annotations.NullMarked;
