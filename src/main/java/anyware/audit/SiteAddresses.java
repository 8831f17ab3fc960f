package anyware.audit;

import anyware.firewall.Firewall;
import anyware.net.AddressRange;
import anyware.net.Direction;
import anyware.plan.RoleSubnets;
import java.util.function.BiPredicate;

/**
 * What addresses mean at a site, so that connections can be told in few words.
 *
 * @param roleSubnets where the machines of roles can be
 * @param bridged whether nobody misses the addresses between others, since no machine has them or
 *     no rule has a say about them
 */
record SiteAddresses(RoleSubnets roleSubnets, BiPredicate<Direction, AddressRange> bridged) {
  /** The addresses at a site with this firewall. */
  static SiteAddresses of(RoleSubnets roleSubnets, Firewall firewall) {
    return new SiteAddresses(roleSubnets, (direction, gap) -> isBridged(firewall, direction, gap));
  }

  static boolean isBridged(Firewall firewall, Direction direction, AddressRange gap) {
    return !firewall.hosts().overlaps(gap)
        || (firewall.isBeyondRules(direction, gap.first())
            && firewall.isBeyondRules(direction, gap.last()));
  }
}
