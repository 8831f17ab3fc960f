/**
 * What may pass at one site: the flows that remain after the options and the balancer are applied.
 */
@NullMarked
package anyware.policy;

import org.jspecify.annotations.NullMarked;
