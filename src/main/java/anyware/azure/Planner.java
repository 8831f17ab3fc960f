package anyware.azure;

import anyware.catalogue.HealthCheck;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Balancer;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.SubnetLayout;
import anyware.policy.DefaultDeny;
import anyware.policy.Policy;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.List;
import java.util.stream.IntStream;

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
        new VirtualNetwork(
            SiteNames.of(place, SiteNames.NETWORK), List.of(created(site.network()))),
        roles(place, site, policy),
        site.balancer().map(balancer -> loadBalancer(place, balancer)),
        IntStream.rangeClosed(1, site.connectors())
            .mapToObj(ordinal -> SiteNames.connectorAddress(place, ordinal))
            .toList(),
        List.of());
  }

  private static List<RoleGroups> roles(Place place, Site site, Policy policy) {
    return policy.defaultDenies().stream()
        .map(DefaultDeny::role)
        .distinct()
        .sorted()
        .map(
            role ->
                new RoleGroups(
                    role,
                    SiteNames.of(place, role.slug()),
                    subnet(created(site.network()), role),
                    new RulePlanner(role, policy).all(),
                    true))
        .toList();
  }

  private static Cidr created(SiteNetwork network) {
    return network.fold(
        SiteNetwork.Created::cidr,
        existing -> {
          throw new IllegalArgumentException("no existing networks yet");
        });
  }

  private static Cidr subnet(Cidr network, Role role) {
    SubnetLayout layout = new SubnetLayout(network);
    return switch (role) {
      case CONNECTOR -> layout.connectors();
      case WORKSTATION -> layout.workstations();
      case LICENSE_SERVER -> layout.licenseServers();
      case BALANCER -> throw new IllegalArgumentException("a balancer has no subnet of its own");
    };
  }

  private static LoadBalancer loadBalancer(Place place, Balancer kind) {
    int port = Service.HTTPS.port();
    return new LoadBalancer(
        SiteNames.of(place, Role.BALANCER.slug()),
        kind,
        SiteNames.of(place, SiteNames.BALANCER_ADDRESS),
        port,
        port,
        port,
        HealthCheck.PATH,
        PROBE_SECONDS,
        IDLE_MINUTES,
        List.of());
  }
}
