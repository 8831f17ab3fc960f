package anyware.aws;

import anyware.catalogue.Role;
import anyware.plan.Gate;
import anyware.plan.GatePlanner;
import anyware.plan.Names;
import anyware.plan.Passage;
import anyware.plan.Place;
import anyware.policy.Policy;
import anyware.settings.Site;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lowers a site's policy to what AWS is asked for. */
public final class Planner {
  /** What the engine adds to a logical name to make a physical one. */
  static final int SUFFIX = 8;

  /**
   * Security groups have at most 255 characters
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html).
   */
  private static final int GROUP_NAME = 255 - SUFFIX;

  /** Other names are logical only; the limit keeps them readable. */
  static final int LOGICAL_NAME = 100;

  private Planner() {}

  /**
   * The plan of a site.
   *
   * @param place where it goes
   * @param site the site's settings
   * @param policy what may pass there
   */
  public static Plan plan(Place place, Site site, Policy policy) {
    Map<Gate, Passage> gates = GatePlanner.of(policy, List.of(Role.values()));
    Network network = NetworkPlanner.plan(place, site);
    BalancerPlanner balancer = new BalancerPlanner(place, site, network);
    return new Plan(
        place,
        site.region(),
        network,
        Arrays.stream(Role.values()).filter(policy::has).map(role -> group(place, role)).toList(),
        PrefixListPlanner.of(place, gates),
        RulePlanner.of(place, policy, gates),
        balancer.plan(),
        balancer.addresses(
            IntStream.rangeClosed(1, site.connectors())
                .mapToObj(number -> connectorAddress(place, number))
                .toList()),
        site.protect(),
        List.of());
  }

  /** The logical name of a connector's address. */
  static String connectorAddress(Place place, int number) {
    return place.name("connector-" + number, LOGICAL_NAME);
  }

  private static Group group(Place place, Role role) {
    return new Group(
        roleFirst(role.slug(), place.site(), GROUP_NAME),
        role,
        "Anyware " + role.slug() + " at " + place.site());
  }

  /**
   * A name that begins with what the resource is: AWS refuses groups that begin with {@code sg-}
   * and balancers that begin with {@code internal-}, which a site's name may.
   */
  static String roleFirst(String kind, String site, int limit) {
    return Names.fit(kind + "-" + site, limit);
  }
}
