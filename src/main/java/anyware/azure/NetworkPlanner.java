package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.plan.SubnetLayout;
import anyware.policy.Policy;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The network of a site.
 *
 * @param place where the plan goes
 * @param site the site's settings
 * @param policy the site's policy
 */
record NetworkPlanner(Place place, Site site, Policy policy) {

  Network network() {
    return site.network().fold(this::created, NetworkPlanner::existing);
  }

  /** A gateway's instances ask connectors by IPv4 alone, whatever their subnet has. */
  private static Network existing(SiteNetwork.Existing network) {
    Map<Role, List<Cidr>> places = new EnumMap<>(Role.class);
    places.putAll(network.roleRanges());
    places.computeIfPresent(
        Role.BALANCER,
        (role, ranges) -> ranges.stream().filter(r -> r.family() == Family.IPV4).toList());
    return new Network.Existing(network.id(), places);
  }

  private Network created(SiteNetwork.Created network) {
    Optional<UniqueLocalAddresses> ipv6 =
        network.ipv6() ? Optional.of(UniqueLocalAddresses.of(place)) : Optional.empty();
    List<Subnet> subnets = Planner.roles(policy).map(role -> subnet(network, role, ipv6)).toList();
    Optional<NatGateway> nat =
        subnets.stream().anyMatch(Subnet::nat)
            ? Optional.of(
                new NatGateway(
                    SiteNames.of(place, SiteNames.NAT), SiteNames.of(place, SiteNames.NAT_ADDRESS)))
            : Optional.empty();
    return new Network.Created(
        SiteNames.of(place, SiteNames.NETWORK),
        Stream.concat(Stream.of(network.cidr()), ipv6.map(UniqueLocalAddresses::network).stream())
            .toList(),
        subnets,
        nat);
  }

  /** Connectors with public addresses have a way out, and so has a gateway. */
  private Subnet subnet(
      SiteNetwork.Created network, Role role, Optional<UniqueLocalAddresses> ipv6) {
    boolean hasAddresses =
        role == Role.BALANCER || (role == Role.CONNECTOR && site.connectors() > 0);
    return new Subnet(
        role,
        SiteNames.of(place, role.slug()),
        range(new SubnetLayout(network.cidr()), role),
        ipv6.flatMap(addresses -> addresses.of(role)),
        network.nat() && !hasAddresses);
  }

  private static Cidr range(SubnetLayout layout, Role role) {
    return switch (role) {
      case CONNECTOR -> layout.connectors();
      case WORKSTATION -> layout.workstations();
      case LICENSE_SERVER -> layout.licenseServers();
      case BALANCER -> layout.gateway();
    };
  }
}
