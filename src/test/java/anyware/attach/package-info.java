/** Tests of how machines join what a stack made. */
@NullMarked
package anyware.attach;

import org.jspecify.annotations.NullMarked;
