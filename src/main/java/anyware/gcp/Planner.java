package anyware.gcp;

import anyware.catalogue.Role;
import anyware.plan.Place;
import anyware.policy.Policy;
import anyware.settings.Logs;
import anyware.settings.Site;
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
    Network network = new NetworkPlanner(place, site, roles).network();
    return new Plan(
        place,
        site.project().orElseThrow(),
        site.region(),
        Labels.of(place.tags()),
        network,
        tags,
        new RulePlanner(place, policy, tags, network).rules(),
        connectorAddresses(place, site.connectors()),
        site.balancer().map(kind -> new BalancerPlanner(place, site, policy).balancer(kind)),
        RecordPlanner.records(place, site),
        logging(site, network),
        site.protect(),
        List.of());
  }

  private static List<String> connectorAddresses(Place place, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(ordinal -> SiteNames.connectorAddress(place, ordinal))
        .toList();
  }

  /** The subnets of a network that is there are others'. */
  private static Logging logging(Site site, Network network) {
    Logs logs = site.logs();
    return new Logging(
        logs.flows().isPresent() && network.fold(created -> true, existing -> false),
        logs.rules().isPresent(),
        logs.balancer().isPresent() && site.balancer().isPresent());
  }
}
