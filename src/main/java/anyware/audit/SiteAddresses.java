package anyware.audit;

import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.plan.RoleSubnets;
import java.util.function.BiPredicate;

/**
 * What addresses mean at a site, so that connections can be told in few words.
 *
 * @param roleSubnets where the machines of roles can be
 * @param beyondRules whether no rule has a say about an address, so that nobody misses it
 */
record SiteAddresses(RoleSubnets roleSubnets, BiPredicate<Direction, IpAddress> beyondRules) {}
