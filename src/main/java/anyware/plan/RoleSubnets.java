package anyware.plan;

import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each role's machines can be. A role's subnet holds machines of that role only (or of
 * several roles, where they share it); everywhere else are machines without one.
 *
 * @param byRole the prefixes of each role, in the roles' order; a role whose place is not known is
 *     left out
 */
public record RoleSubnets(Map<Role, List<Cidr>> byRole) {
  /** Nobody's place is known. */
  public static final RoleSubnets NONE = new RoleSubnets(Map.of());

  /** Copies the map and its lists. */
  public RoleSubnets {
    Map<Role, List<Cidr>> copy = new EnumMap<>(Role.class);
    byRole.forEach((role, subnets) -> copy.put(role, List.copyOf(subnets)));
    byRole = Collections.unmodifiableMap(copy);
  }

  /** The roles that a machine at these addresses can have; none outside of every subnet. */
  public Set<Role> roles(AddressRange addresses) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Map.Entry<Role, List<Cidr>> entry : byRole.entrySet()) {
      for (Cidr subnet : entry.getValue()) {
        if (subnet.contains(addresses.first())) {
          roles.add(entry.getKey());
        }
      }
    }
    return roles;
  }

  /** The subnets of a role; none where its place is not known. */
  public List<Cidr> of(Role role) {
    return byRole.getOrDefault(role, List.of());
  }

  /** Whether a role's place is known. */
  public boolean has(Role role) {
    return byRole.containsKey(role);
  }

  /** Every prefix of every role. */
  public List<Cidr> prefixes() {
    return byRole.values().stream().flatMap(Collection::stream).toList();
  }

  /** These places, but those of the other ones for the roles that they know. */
  public RoleSubnets replacedBy(RoleSubnets others) {
    Map<Role, List<Cidr>> places = new EnumMap<>(Role.class);
    places.putAll(byRole);
    places.putAll(others.byRole);
    return new RoleSubnets(places);
  }

  /** Both together: a role's machines can be where either says. */
  public RoleSubnets and(RoleSubnets others) {
    Map<Role, List<Cidr>> places = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Set<Cidr> both = new LinkedHashSet<>(of(role));
      both.addAll(others.of(role));
      if (has(role) || others.has(role)) {
        places.put(role, List.copyOf(both));
      }
    }
    return new RoleSubnets(places);
  }
}
