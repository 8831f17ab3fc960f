/** Azure: one network security group and application security group a role, one load balancer. */
@NullMarked
package anyware.azure;

import org.jspecify.annotations.NullMarked;
