package anyware.natives;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.WrappedFirewall;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.plan.RoleSubnets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A firewall that was read from a printout: machines in subnets of one family have no packets of
 * the other.
 *
 * @param inner what the rules do
 * @param subnets where the machines are, as far as anybody said
 */
record PrintedFirewall(Firewall inner, RoleSubnets subnets) implements WrappedFirewall {
  @Override
  public Set<Family> families(Role role) {
    return subnets.of(role).isEmpty()
        ? EnumSet.allOf(Family.class)
        : subnets.of(role).stream().map(Cidr::family).collect(Collectors.toUnmodifiableSet());
  }
}
