package anyware.gcp;

import anyware.catalogue.HealthCheck;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.cloud.Probing;
import anyware.net.Direction;
import anyware.plan.Place;
import anyware.policy.Policy;
import anyware.settings.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a site's settings and policy to its balancer. */
final class BalancerPlanner {
  private final Place place;
  private final Site site;
  private final Policy policy;

  BalancerPlanner(Place place, Site site, Policy policy) {
    this.place = place;
    this.site = site;
    this.policy = policy;
  }

  LoadBalancer balancer(Balancer kind) {
    return kind.application().isPresent()
        ? application(kind, kind.application().get())
        : passthrough(kind);
  }

  private List<String> targets() {
    return site.targets().stream().map(Links::full).distinct().toList();
  }

  private PassthroughBalancer passthrough(Balancer kind) {
    return new PassthroughBalancer(
        SiteNames.balancer(place),
        kind(kind, Optional.empty()),
        Service.HTTPS.port(),
        HealthCheck.PATH,
        targets(),
        site.network().families(),
        List.of());
  }

  private ApplicationBalancer application(Balancer kind, Application application) {
    return new ApplicationBalancer(
        SiteNames.balancer(place),
        kind(kind, Optional.of(spelled(application))),
        Service.HTTPS.port(),
        HealthCheck.PATH,
        targets(),
        ArmorPlanner.rules(policy),
        redirects() ? site.network().families() : Set.of(),
        site.network().families(),
        List.of());
  }

  private boolean redirects() {
    return policy.flows(Role.BALANCER, Direction.INBOUND).stream()
        .anyMatch(flow -> flow.port() == ApplicationBalancer.REDIRECT_PORT);
  }

  /** With the probes in full, and without the record, which is a resource of its own. */
  private static Balancer kind(Balancer kind, Optional<Application> application) {
    Probing asked = kind.probing();
    Probing usual = Forms.USUAL_PROBING;
    return new Balancer(
        kind.scheme(),
        kind.addresses(),
        kind.globalAccess(),
        kind.idleSeconds(),
        new Probing(
            asked.intervalSeconds().or(usual::intervalSeconds),
            asked.timeoutSeconds().or(usual::timeoutSeconds),
            asked.healthy().or(usual::healthy),
            asked.unhealthy().or(usual::unhealthy)),
        kind.deletionProtection(),
        Optional.empty(),
        application);
  }

  /** With links in the one spelling that reads back as it was written. */
  private static Application spelled(Application application) {
    return new Application(
        application
            .certificate()
            .fold(
                given -> new Certificate.Given(given.ids().stream().map(Links::full).toList()),
                vault -> vault,
                managed -> managed),
        application.tlsPolicy(),
        application.cookieSeconds(),
        application.webAcl().map(Links::full),
        application.accessLogs(),
        application.capacity(),
        application.backend());
  }
}
