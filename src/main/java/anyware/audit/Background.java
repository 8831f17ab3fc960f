package anyware.audit;

import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.plan.RoleSubnets;
import java.util.function.BiPredicate;

/**
 * What has to be known to say something short about packets.
 *
 * @param roleSubnets where the machines of roles can be
 * @param beyondRules whether no rule has a say about an address, so that nobody misses it
 */
record Background(RoleSubnets roleSubnets, BiPredicate<Direction, IpAddress> beyondRules) {}
