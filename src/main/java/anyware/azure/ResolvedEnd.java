package anyware.azure;

import anyware.catalogue.Role;
import anyware.firewall.Packet.Host;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who a side of a rule means, worked out.
 *
 * @param roles the roles whose machines are meant, wherever they are
 * @param addresses the addresses that are meant, whoever is there
 * @param outsiders the addresses at which machines without a role are meant
 */
record ResolvedEnd(Set<Role> roles, AddressSet addresses, AddressSet outsiders) {
  static final ResolvedEnd NOBODY = new ResolvedEnd(Set.of(), AddressSet.EMPTY, AddressSet.EMPTY);

  static ResolvedEnd of(Role role) {
    return new ResolvedEnd(EnumSet.of(role), AddressSet.EMPTY, AddressSet.EMPTY);
  }

  static ResolvedEnd at(AddressSet addresses) {
    return new ResolvedEnd(Set.of(), addresses, AddressSet.EMPTY);
  }

  boolean includes(Host host) {
    if (addresses.contains(host.address())) {
      return true;
    }
    return host.role().isPresent()
        ? roles.contains(host.role().get())
        : outsiders.contains(host.address());
  }

  /** Whether nobody is left out. */
  boolean isEverybody() {
    return addresses.coversAll(Family.IPV4) && addresses.coversAll(Family.IPV6);
  }

  ResolvedEnd and(ResolvedEnd other) {
    Set<Role> both = EnumSet.noneOf(Role.class);
    both.addAll(roles);
    both.addAll(other.roles);
    return new ResolvedEnd(
        both, joined(addresses, other.addresses), joined(outsiders, other.outsiders));
  }

  private static AddressSet joined(AddressSet one, AddressSet other) {
    List<Cidr> prefixes = new ArrayList<>(one.prefixes());
    prefixes.addAll(other.prefixes());
    return AddressSet.of(prefixes);
  }
}
