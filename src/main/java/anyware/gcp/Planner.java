package anyware.gcp;

import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.SubnetLayout;
import anyware.policy.Policy;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** From a site's policy to what Google Cloud is asked for. */
public final class Planner {
  private static final String HEALTH_PATH = "/health";

  /** The roles whose machines stand in the site's network. A balancer has none. */
  private static final List<Role> MACHINES =
      List.of(Role.CONNECTOR, Role.WORKSTATION, Role.LICENSE_SERVER);

  private Planner() {}

  /**
   * Plans a site.
   *
   * @param place the site, with a network of /26 or shorter
   * @param policy what may pass at the site
   */
  public static Plan plan(Place place, Policy policy) {
    List<Role> roles = MACHINES.stream().filter(policy::has).toList();
    SortedMap<Role, String> tags = new TreeMap<>();
    roles.forEach(role -> tags.put(role, SiteNames.tag(place, role)));
    List<Subnet> subnets = roles.stream().map(role -> subnet(place, role)).toList();
    return new Plan(
        place,
        Labels.of(place.tags()),
        SiteNames.network(place),
        tags,
        subnets,
        new RulePlanner(place, policy, tags, subnets).rules(),
        connectorAddresses(place),
        place.site().balancer().map(settings -> balancer(place)));
  }

  private static Subnet subnet(Place place, Role role) {
    SubnetLayout layout = new SubnetLayout(place.site().network());
    Cidr range =
        switch (role) {
          case CONNECTOR -> layout.connectors();
          case WORKSTATION -> layout.workstations();
          case LICENSE_SERVER -> layout.licenseServers();
          case BALANCER -> throw new IllegalArgumentException("a balancer has no machines");
        };
    return new Subnet(SiteNames.subnet(place, role), role, range);
  }

  private static List<String> connectorAddresses(Place place) {
    return IntStream.rangeClosed(1, place.site().connectors())
        .mapToObj(ordinal -> SiteNames.connectorAddress(place, ordinal))
        .toList();
  }

  private static PassthroughBalancer balancer(Place place) {
    return new PassthroughBalancer(SiteNames.balancer(place), Service.HTTPS.port(), HEALTH_PATH);
  }
}
