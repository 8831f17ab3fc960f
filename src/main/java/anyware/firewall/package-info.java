/** Packets, verdicts, and whatever decides about them. */
@NullMarked
package anyware.firewall;

import org.jspecify.annotations.NullMarked;
