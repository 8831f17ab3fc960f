package anyware.gcp;

import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
import anyware.plan.SubnetLayout;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a site's settings to its network. */
final class NetworkPlanner {
  /** What the vendor's reference deployments give each machine; the platform's default is 64. */
  private static final int PORTS_PER_MACHINE = 2048;

  private final Place place;
  private final Site site;
  private final List<Role> roles;

  /**
   * A planner.
   *
   * @param roles the roles that have machines at the site
   */
  NetworkPlanner(Place place, Site site, List<Role> roles) {
    this.place = place;
    this.site = site;
    this.roles = roles;
  }

  Network network() {
    return site.network().fold(this::created, this::existing);
  }

  private Network created(SiteNetwork.Created network) {
    return new Network.Created(
        SiteNames.network(place),
        roles.stream().map(role -> subnet(network, role)).toList(),
        network.nat() ? nat() : Optional.empty());
  }

  private Subnet subnet(SiteNetwork.Created network, Role role) {
    SubnetLayout layout = new SubnetLayout(network.cidr());
    Cidr range =
        switch (role) {
          case CONNECTOR -> layout.connectors();
          case WORKSTATION -> layout.workstations();
          case LICENSE_SERVER -> layout.licenseServers();
          case BALANCER -> throw new IllegalArgumentException("a balancer has no machines");
        };
    return new Subnet(
        SiteNames.subnet(place, role),
        role,
        range,
        network.ipv6() ? Optional.of(access(site, role)) : Optional.empty());
  }

  /**
   * That of a role's subnet in a network that is made: external for the connectors' where anybody
   * outside is to reach them, be it through the balancer.
   */
  static Ipv6Access access(Site site, Role role) {
    boolean isPublic =
        site.balancer()
            .map(balancer -> balancer.scheme() == Balancer.Scheme.PUBLIC)
            .orElse(site.connectors() > 0);
    return role == Role.CONNECTOR && isPublic ? Ipv6Access.EXTERNAL : Ipv6Access.INTERNAL;
  }

  private Optional<CloudNat> nat() {
    List<Role> inside = roles.stream().filter(role -> !hasPublicAddresses(role)).toList();
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(new CloudNat(SiteNames.nat(place), inside, PORTS_PER_MACHINE));
  }

  private boolean hasPublicAddresses(Role role) {
    return role == Role.CONNECTOR && site.connectors() > 0;
  }

  private Network existing(SiteNetwork.Existing network) {
    String link = Links.network(network.id(), site.project().orElseThrow());
    return new Network.Existing(
        link,
        network.balancerSubnets().stream()
            .map(subnet -> Links.subnetwork(subnet, Links.project(link), site.region()))
            .findFirst(),
        new RoleSubnets(ranges(network)));
  }

  /** Of the roles that are there: other machines at the ranges of the rest are like any other. */
  private Map<Role, List<Cidr>> ranges(SiteNetwork.Existing network) {
    Map<Role, List<Cidr>> ranges = new EnumMap<>(Role.class);
    ranges.putAll(network.roleRanges());
    ranges.keySet().retainAll(roles);
    return ranges;
  }
}
