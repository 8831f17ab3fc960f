package anyware.gcp;

import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.net.Cidr;
import anyware.plan.Names;
import anyware.plan.Place;
import anyware.plan.SubnetLayout;
import anyware.policy.Policy;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** From a site's policy to what Google Cloud is asked for. */
public final class Planner {
  /**
   * The longest logical name: the platform takes 63 characters, of which the engine's suffix needs
   * 8 (https://cloud.google.com/compute/docs/naming-resources).
   */
  static final int NAME_LIMIT = 55;

  /** The longest network tag (https://cloud.google.com/vpc/docs/add-remove-network-tags). */
  static final int TAG_LIMIT = 63;

  private static final String TAG_PREFIX = "anyware-";
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
    roles.forEach(role -> tags.put(role, tag(place, role)));
    List<Subnet> subnets = roles.stream().map(role -> subnet(place, role)).toList();
    return new Plan(
        place,
        Labels.of(place.tags()),
        place.name("network", NAME_LIMIT),
        tags,
        subnets,
        new RulePlanner(place, policy, tags, subnets).rules(),
        connectorAddresses(place),
        place.site().balancer().map(settings -> balancer(place)));
  }

  /** {@code anyware-STACK-SITE-ROLE}; a stack's name that does not fit is cut, never the role. */
  private static String tag(Place place, Role role) {
    String rest = "-" + place.site().name() + "-" + role.slug();
    int room = TAG_LIMIT - TAG_PREFIX.length() - rest.length();
    return TAG_PREFIX + Names.slug(place.stack(), room) + rest;
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
    return new Subnet(place.name(role.slug(), NAME_LIMIT), role, range);
  }

  private static List<String> connectorAddresses(Place place) {
    return IntStream.rangeClosed(1, place.site().connectors())
        .mapToObj(ordinal -> place.name("connector-" + ordinal, NAME_LIMIT))
        .toList();
  }

  private static PassthroughBalancer balancer(Place place) {
    return new PassthroughBalancer(
        place.name(Role.BALANCER.slug(), NAME_LIMIT), Service.HTTPS.port(), HEALTH_PATH);
  }
}
