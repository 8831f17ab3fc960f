package anyware.gcp;


import anyware.catalogue.HealthCheck;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Balancer;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.SubnetLayout;
import anyware.policy.Policy;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** From a site's policy to what Google Cloud is asked for. */
public final class Planner {
  /** The roles whose machines stand in the site's network. A balancer has none. */
  private static final List<Role> MACHINES =
      List.of(Role.CONNECTOR, Role.WORKSTATION, Role.LICENSE_SERVER);

  private Planner() {}

  /**
   * Plans a site.
   *
   * @param place where it goes
   * @param site the site's settings, with a network of /26 or shorter
   * @param policy what may pass at the site
   */
  public static Plan plan(Place place, Site site, Policy policy) {
    List<Role> roles = MACHINES.stream().filter(policy::has).toList();
    SortedMap<Role, String> tags = new TreeMap<>();
    roles.forEach(role -> tags.put(role, SiteNames.tag(place, role)));
    List<Subnet> subnets =
        roles.stream().map(role -> subnet(place, created(site.network()), role)).toList();
    return new Plan(
        place,
        site.project().orElseThrow(),
        site.region(),
        Labels.of(place.tags()),
        SiteNames.network(place),
        tags,
        subnets,
        new RulePlanner(place, policy, tags, subnets).rules(),
        connectorAddresses(place, site.connectors()),
        site.balancer().map(kind -> balancer(place, kind)),
        List.of());
  }

  private static Cidr created(SiteNetwork network) {
    return network.fold(
        SiteNetwork.Created::cidr,
        existing -> {
          throw new IllegalArgumentException("no existing networks yet");
        });
  }

  private static Subnet subnet(Place place, Cidr network, Role role) {
    SubnetLayout layout = new SubnetLayout(network);
    Cidr range =
        switch (role) {
          case CONNECTOR -> layout.connectors();
          case WORKSTATION -> layout.workstations();
          case LICENSE_SERVER -> layout.licenseServers();
          case BALANCER -> throw new IllegalArgumentException("a balancer has no machines");
        };
    return new Subnet(SiteNames.subnet(place, role), role, range);
  }

  private static List<String> connectorAddresses(Place place, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(ordinal -> SiteNames.connectorAddress(place, ordinal))
        .toList();
  }

  private static PassthroughBalancer balancer(Place place, Balancer kind) {
    return new PassthroughBalancer(
        SiteNames.balancer(place), kind, Service.HTTPS.port(), HealthCheck.PATH, List.of());
  }
}
