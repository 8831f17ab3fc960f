/** One port model for HP Anyware, provisioned on three clouds. */
@NullMarked
package anyware;

import org.jspecify.annotations.NullMarked;
