/** Tests of what joins the rooms. */
@NullMarked
package anyware;

import org.jspecify.annotations.NullMarked;
