package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.plan.RoleSubnets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The virtual network in which a site's machines are
 * (https://learn.microsoft.com/azure/virtual-network/virtual-networks-overview).
 */
public sealed interface Network {
  /**
   * The answer for the kind of network that this is.
   *
   * @param ofCreated the answer for a network that the plan makes
   * @param ofExisting the answer for a network that is there
   */
  <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting);

  /** The addresses that are known to be the network's; may be none of a network that is there. */
  List<Cidr> ranges();

  /** Where each role's machines are, as far as that is known. */
  RoleSubnets subnets();

  /**
   * A network that the plan makes.
   *
   * @param name the logical name
   * @param ranges its address space: where this program makes the network an IPv4 prefix, and an
   *     IPv6 one where machines have both
   * @param perRole one a role, in the order of {@link Role}
   * @param nat the way out of subnets that have no other
   */
  record Created(String name, List<Cidr> ranges, List<Subnet> perRole, Optional<NatGateway> nat)
      implements Network {
    /** Copies the lists. */
    public Created {
      ranges = List.copyOf(ranges);
      perRole = List.copyOf(perRole);
    }

    @Override
    public <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting) {
      return ofCreated.apply(this);
    }

    /**
     * Its IPv4 addresses, which it has for good; IPv6 ones come and go with nothing replaced
     * (https://learn.microsoft.com/azure/load-balancer/ipv6-add-to-existing-vnet-powershell).
     */
    List<Cidr> ipv4() {
      return ranges.stream().filter(range -> range.family() == Family.IPV4).toList();
    }

    @Override
    public RoleSubnets subnets() {
      Map<Role, List<Cidr>> byRole = new EnumMap<>(Role.class);
      perRole.forEach(subnet -> byRole.put(subnet.role(), subnet.ranges()));
      return new RoleSubnets(byRole);
    }
  }

  /**
   * A network that is there. The plan asks for nothing in it but a frontend of the balancer; the
   * groups are for its machines' network interfaces.
   *
   * @param id its id
   * @param roleRanges where the roles' machines are, as far as that was said
   */
  record Existing(String id, Map<Role, List<Cidr>> roleRanges) implements Network {
    /** Copies the map and its lists. */
    public Existing {
      roleRanges = new RoleSubnets(roleRanges).byRole();
    }

    @Override
    public <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting) {
      return ofExisting.apply(this);
    }

    @Override
    public List<Cidr> ranges() {
      return roleRanges.values().stream().flatMap(Collection::stream).distinct().sorted().toList();
    }

    @Override
    public RoleSubnets subnets() {
      return new RoleSubnets(roleRanges);
    }
  }
}
