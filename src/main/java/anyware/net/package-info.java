/** Small validated values of the network world: addresses, prefixes, protocols. */
@NullMarked
package anyware.net;

import org.jspecify.annotations.NullMarked;
