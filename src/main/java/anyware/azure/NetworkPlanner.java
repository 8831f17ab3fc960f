package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.SubnetLayout;
import anyware.policy.Policy;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.List;
import java.util.Optional;

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

  private static Network existing(SiteNetwork.Existing network) {
    return new Network.Existing(network.id(), network.roleRanges());
  }

  private Network created(SiteNetwork.Created network) {
    List<Subnet> subnets = Planner.roles(policy).map(role -> subnet(network, role)).toList();
    Optional<NatGateway> nat =
        subnets.stream().anyMatch(Subnet::nat)
            ? Optional.of(
                new NatGateway(
                    SiteNames.of(place, SiteNames.NAT), SiteNames.of(place, SiteNames.NAT_ADDRESS)))
            : Optional.empty();
    return new Network.Created(
        SiteNames.of(place, SiteNames.NETWORK), List.of(network.cidr()), subnets, nat);
  }

  /** Connectors with public addresses have a way out, and so has a gateway. */
  private Subnet subnet(SiteNetwork.Created network, Role role) {
    boolean hasAddresses =
        role == Role.BALANCER || (role == Role.CONNECTOR && site.connectors() > 0);
    return new Subnet(
        role,
        SiteNames.of(place, role.slug()),
        range(new SubnetLayout(network.cidr()), role),
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
