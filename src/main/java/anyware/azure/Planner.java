package anyware.azure;

import anyware.catalogue.Role;
import anyware.cloud.Log;
import anyware.plan.Place;
import anyware.policy.DefaultDeny;
import anyware.policy.Policy;
import anyware.settings.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lowers a site's policy to what Azure is asked for. */
public final class Planner {
  private Planner() {}

  /**
   * The plan of a site.
   *
   * @param place where it goes
   * @param site the site's settings
   * @param policy the site's policy
   */
  public static Plan plan(Place place, Site site, Policy policy) {
    Network network = new NetworkPlanner(place, site, policy).network();
    Optional<SiteBalancer> balancer = new BalancerPlanner(place, site, policy, network).balancer();
    return new Plan(
        place,
        site.region(),
        site.resourceGroup()
            .<ResourceGroup>map(ResourceGroup.Existing::new)
            .orElseGet(() -> new ResourceGroup.Created(SiteNames.of(place, SiteNames.RESOURCES))),
        network,
        roles(policy).map(role -> groups(place, role, policy, network)).toList(),
        balancer,
        IntStream.rangeClosed(1, site.connectors())
            .mapToObj(ordinal -> SiteNames.connectorAddress(place, ordinal))
            .toList(),
        new RecordPlanner(place, site).records(balancer),
        new Logging(
            site.logs().flows().flatMap(Log::destination),
            site.logs().balancer().flatMap(Log::destination)),
        site.protect(),
        List.of());
  }

  /** The roles whose machines are guarded. */
  static Stream<Role> roles(Policy policy) {
    return policy.defaultDenies().stream().map(DefaultDeny::role).distinct().sorted();
  }

  private static RoleGroups groups(Place place, Role role, Policy policy, Network network) {
    return new RoleGroups(
        role,
        SiteNames.of(place, role.slug()),
        new RulePlanner(role, policy, network.subnets().of(Role.BALANCER)).all(),
        true);
  }
}
