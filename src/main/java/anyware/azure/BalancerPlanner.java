package anyware.azure;

import anyware.catalogue.HealthCheck;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Application;
import anyware.cloud.Application.Backend;
import anyware.cloud.Balancer;
import anyware.cloud.Probing;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.plan.Place;
import anyware.policy.Flow;
import anyware.policy.Policy;
import anyware.settings.Site;
import java.util.List;
import java.util.Optional;

/**
 * The balancer of a site. What settings leave out is as {@link BalancerForms} says.
 *
 * @param place where the plan goes
 * @param site the site's settings
 * @param policy the site's policy
 * @param network the site's network
 */
record BalancerPlanner(Place place, Site site, Policy policy, Network network) {
  private static final int PORT = Service.HTTPS.port();

  /** The balancer, if the site has one. */
  Optional<SiteBalancer> balancer() {
    return site.balancer()
        .map(
            balancer ->
                balancer
                    .application()
                    .<SiteBalancer>map(application -> gateway(balancer, application))
                    .orElseGet(() -> loadBalancer(balancer)));
  }

  private String name() {
    return SiteNames.of(place, Role.BALANCER.slug());
  }

  private List<IpAddress> targets() {
    return site.targets().stream().map(text -> Cidr.of(text).first()).sorted().toList();
  }

  private LoadBalancer loadBalancer(Balancer balancer) {
    Probing probing = balancer.probing();
    return new LoadBalancer(
        name(),
        balancer.scheme(),
        balancer.addresses().stream().findFirst(),
        frontend(balancer.scheme()),
        PORT,
        PORT,
        PORT,
        HealthCheck.PATH,
        probing.intervalSeconds().orElse(BalancerForms.PROBE_SECONDS),
        probing.unhealthy().orElse(LoadBalancer.USUAL_THRESHOLD),
        balancer.idleSeconds().orElse(BalancerForms.IDLE_SECONDS) / 60,
        targets(),
        List.of());
  }

  private Frontend frontend(Balancer.Scheme scheme) {
    return switch (scheme) {
      case PUBLIC -> new Frontend.Public(SiteNames.of(place, SiteNames.BALANCER_ADDRESS));
      case INTERNAL -> inside(Role.CONNECTOR);
    };
  }

  /** In the role's subnet of a network that is made, or in the balancer's of one that is there. */
  private Frontend inside(Role role) {
    return site.network()
        .fold(
            created -> new Frontend.Inside(SiteNames.of(place, role.slug())),
            existing -> new Frontend.InsideExisting(existing.balancerSubnets().get(0)));
  }

  private ApplicationGateway gateway(Balancer balancer, Application application) {
    return new ApplicationGateway(
        name(),
        new GatewayFrontend(
            inside(Role.BALANCER),
            SiteNames.of(place, SiteNames.GATEWAY_ADDRESS),
            balancer.scheme() == Balancer.Scheme.INTERNAL
                ? balancer.addresses().stream().findFirst().or(this::chosenAddress)
                : Optional.empty()),
        PORT,
        redirectPort(),
        backend(balancer.probing(), application),
        tls(application),
        application.capacity().orElse(BalancerForms.CAPACITY),
        application.webAcl(),
        List.of());
  }

  /** There is something to answer where somebody may ask. */
  private Optional<Integer> redirectPort() {
    return policy.flows(Role.BALANCER, Direction.INBOUND).stream()
        .filter(flow -> flow.service().equals(Service.HTTP))
        .map(Flow::port)
        .findFirst();
  }

  /**
   * The last address that a resource can have in the gateway's subnet, far from those that its
   * instances take from the front.
   */
  private Optional<IpAddress> chosenAddress() {
    return network.subnets().of(Role.BALANCER).stream()
        .map(range -> range.last().previous())
        .findFirst();
  }

  private GatewayBackend backend(Probing probing, Application application) {
    return new GatewayBackend(
        PORT,
        HealthCheck.PATH,
        probing.intervalSeconds().orElse(BalancerForms.GATEWAY_PROBE_SECONDS),
        probing.timeoutSeconds().orElse(BalancerForms.GATEWAY_TIMEOUT_SECONDS),
        probing.unhealthy().orElse(BalancerForms.GATEWAY_THRESHOLD),
        application.backend().flatMap(Backend::hostName),
        application.backend().flatMap(Backend::trustedRoot).map(BalancerPlanner::certificate),
        targets());
  }

  /** A certificate without the lines around it and the breaks in it; an id stays as it is. */
  private static String certificate(String text) {
    return GatewayBackend.isSecret(text)
        ? text
        : text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
  }

  private static GatewayTls tls(Application application) {
    return application
        .certificate()
        .fold(
            given -> new GatewayTls("", "", application.tlsPolicy()),
            secret -> new GatewayTls(secret.secretId(), secret.identity(), application.tlsPolicy()),
            managed -> new GatewayTls("", "", application.tlsPolicy()));
  }
}
