package anyware.azure;

import anyware.catalogue.HealthCheck;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Balancer;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.policy.DefaultDeny;
import anyware.policy.Policy;
import anyware.settings.Site;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lowers a site's policy to what Azure is asked for. */
public final class Planner {
  /** What Azure probes at when nothing is said. */
  private static final int PROBE_SECONDS = 15;

  /** The longest that Azure offers, for users who leave a sign-in page open. */
  private static final int IDLE_MINUTES = 30;

  private Planner() {}

  /**
   * The plan of a site.
   *
   * @param place where it goes
   * @param site the site's settings
   * @param policy the site's policy
   */
  public static Plan plan(Place place, Site site, Policy policy) {
    return new Plan(
        place,
        site.region(),
        site.resourceGroup()
            .<ResourceGroup>map(ResourceGroup.Existing::new)
            .orElseGet(() -> new ResourceGroup.Created(SiteNames.of(place, SiteNames.RESOURCES))),
        new NetworkPlanner(place, site, policy).network(),
        roles(policy).map(role -> groups(place, role, policy)).toList(),
        site.balancer().map(balancer -> loadBalancer(place, site, balancer)),
        IntStream.rangeClosed(1, site.connectors())
            .mapToObj(ordinal -> SiteNames.connectorAddress(place, ordinal))
            .toList(),
        site.protect(),
        List.of());
  }

  /** The roles whose machines are guarded. */
  static Stream<Role> roles(Policy policy) {
    return policy.defaultDenies().stream().map(DefaultDeny::role).distinct().sorted();
  }

  private static RoleGroups groups(Place place, Role role, Policy policy) {
    return new RoleGroups(
        role, SiteNames.of(place, role.slug()), new RulePlanner(role, policy).all(), true);
  }

  private static LoadBalancer loadBalancer(Place place, Site site, Balancer kind) {
    int port = Service.HTTPS.port();
    return new LoadBalancer(
        SiteNames.of(place, Role.BALANCER.slug()),
        kind,
        frontend(place, site, kind),
        port,
        port,
        port,
        HealthCheck.PATH,
        PROBE_SECONDS,
        IDLE_MINUTES,
        site.targets().stream().map(text -> Cidr.of(text).first()).sorted().toList(),
        List.of());
  }

  private static Frontend frontend(Place place, Site site, Balancer kind) {
    return switch (kind.scheme()) {
      case PUBLIC -> new Frontend.Public(SiteNames.of(place, SiteNames.BALANCER_ADDRESS));
      case INTERNAL ->
          site.network()
              .fold(
                  created -> new Frontend.Inside(SiteNames.of(place, Role.CONNECTOR.slug())),
                  existing -> new Frontend.InsideExisting(existing.balancerSubnets().get(0)));
    };
  }
}
