package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.policy.Packet.Host;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who a side of a rule means, worked out.
 *
 * @param roles the roles whose machines are meant, wherever they are
 * @param addresses the addresses that are meant, whoever is there
 * @param strangers the addresses at which machines without a role are meant
 */
record Extent(Set<Role> roles, AddressSet addresses, AddressSet strangers) {
  static final Extent NOBODY = new Extent(Set.of(), AddressSet.EMPTY, AddressSet.EMPTY);

  static Extent of(Role role) {
    return new Extent(EnumSet.of(role), AddressSet.EMPTY, AddressSet.EMPTY);
  }

  static Extent at(AddressSet addresses) {
    return new Extent(Set.of(), addresses, AddressSet.EMPTY);
  }

  boolean includes(Host host) {
    if (addresses.contains(host.address())) {
      return true;
    }
    return host.role().isPresent()
        ? roles.contains(host.role().get())
        : strangers.contains(host.address());
  }

  /** Whether nobody is left out. */
  boolean isEverybody() {
    return addresses.coversAll(Family.IPV4) && addresses.coversAll(Family.IPV6);
  }

  Extent and(Extent other) {
    Set<Role> both = EnumSet.noneOf(Role.class);
    both.addAll(roles);
    both.addAll(other.roles);
    return new Extent(both, joined(addresses, other.addresses), joined(strangers, other.strangers));
  }

  private static AddressSet joined(AddressSet one, AddressSet other) {
    List<Cidr> prefixes = new ArrayList<>(one.prefixes());
    prefixes.addAll(other.prefixes());
    return AddressSet.of(prefixes);
  }
}
