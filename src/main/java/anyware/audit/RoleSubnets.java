package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each role's machines can be. A role's subnet holds machines of that role only (or of
 * several roles, where they share it); everywhere else are machines without one.
 *
 * @param subnets the prefixes of each role
 */
record RoleSubnets(Map<Role, List<Cidr>> subnets) {

  /** The roles that a machine at these addresses can have; none outside of every subnet. */
  Set<Role> roles(AddressRange addresses) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Map.Entry<Role, List<Cidr>> entry : subnets.entrySet()) {
      for (Cidr subnet : entry.getValue()) {
        if (subnet.contains(addresses.first())) {
          roles.add(entry.getKey());
        }
      }
    }
    return roles;
  }

  /** The subnets of a role; none for a role without machines. */
  List<Cidr> of(Role role) {
    return subnets.getOrDefault(role, List.of());
  }

  /** Every prefix of every role. */
  List<Cidr> prefixes() {
    return subnets.values().stream().flatMap(Collection::stream).toList();
  }
}
