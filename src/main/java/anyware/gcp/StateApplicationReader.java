package anyware.gcp;

import anyware.cloud.Application;
import anyware.cloud.Balancer;
import anyware.cloud.Certificate;
import anyware.cloud.Probing;
import anyware.firewall.FrontEnd;
import anyware.json.JsonPart;
import anyware.net.Family;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a site's balancer of layer 7 back from what the engine knows of its resources. */
final class StateApplicationReader {
  private static final Traffic REDIRECTED =
      Traffic.of(Protocol.TCP, ApplicationBalancer.REDIRECT_PORT);

  private final Place place;
  private final List<StateResource> resources;
  private final List<Problem> problems;
  private final StateFrontEnds frontEnds;

  StateApplicationReader(Place place, List<StateResource> resources, List<Problem> problems) {
    this.place = place;
    this.resources = resources;
    this.problems = problems;
    this.frontEnds = new StateFrontEnds(resources, problems);
  }

  /**
   * The balancer; absent where no forwarding rule is its own.
   *
   * @param besides what else of the site's takes connections
   */
  Optional<ApplicationBalancer> balancer(List<FrontEnd> besides) {
    return of(StateTypes.GLOBAL_FORWARDING_RULE)
        .filter(rule -> !isRedirect(rule))
        .min(Comparator.comparing(this::isIpv6))
        .map(rule -> balancer(rule, besides));
  }

  private Stream<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }

  private Optional<JsonPart> current(String type) {
    return of(type).findFirst().map(resource -> resource.current(problems));
  }

  private boolean isRedirect(StateResource rule) {
    return List.of(SiteNames.redirect(place), SiteNames.redirect(place, Family.IPV6))
        .contains(rule.name());
  }

  /** Whether it is the rule of the IPv6 address; the redirect's is one of constants. */
  private boolean isIpv6(StateResource rule) {
    return StateBalancerReader.isIpv6(place).test(rule);
  }

  private ApplicationBalancer balancer(StateResource main, List<FrontEnd> besides) {
    List<Traffic> own = traffic(main);
    Optional<Integer> port = StateBalancerReader.port(own);
    List<FrontEnd> further = new ArrayList<>(besides);
    if (port.isEmpty()) {
      frontEnds.further(main).forEach(further::add);
    }
    Set<Family> redirects = EnumSet.noneOf(Family.class);
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (StateResource rule : of(StateTypes.GLOBAL_FORWARDING_RULE).toList()) {
      if (isRedirect(rule) && traffic(rule).equals(List.of(REDIRECTED))) {
        redirects.addAll(frontEnds.families(rule));
      } else if (rule.equals(main) || (isIpv6(rule) && traffic(rule).equals(own))) {
        families.addAll(frontEnds.families(rule));
      } else {
        frontEnds.further(rule).forEach(further::add);
      }
    }
    return new ApplicationBalancer(
        StateBalancerReader.name(place, main),
        kind(),
        port.orElseGet(() -> own.get(0).ports().first()),
        current(StateTypes.GLOBAL_HEALTH_CHECK)
            .flatMap(check -> check.member("httpsHealthCheck"))
            .flatMap(check -> check.text("requestPath"))
            .orElse(""),
        of(StateTypes.GLOBAL_BACKEND_SERVICE)
            .findFirst()
            .map(service -> StateBalancerReader.targets(service, problems))
            .orElse(List.of()),
        new StateArmorReader(resources, problems).rules(),
        redirects,
        families,
        further);
  }

  private List<Traffic> traffic(StateResource rule) {
    return StateBalancerReader.traffic(rule.current(problems));
  }

  private Balancer kind() {
    Optional<JsonPart> proxy = current(StateTypes.HTTPS_PROXY);
    Optional<JsonPart> service = current(StateTypes.GLOBAL_BACKEND_SERVICE);
    Probing probing =
        current(StateTypes.GLOBAL_HEALTH_CHECK)
            .map(StateBalancerReader::probing)
            .orElse(Forms.USUAL_PROBING);
    Application application =
        new Application(
            certificate(proxy),
            current(StateTypes.SSL_POLICY).flatMap(policy -> policy.text("profile")).orElse(""),
            service.map(there -> there.number("affinityCookieTtlSec").orElse(0)),
            service
                .flatMap(there -> there.text("edgeSecurityPolicy"))
                .filter(acl -> !acl.isEmpty())
                .map(Links::full),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Balancer(
        Balancer.Scheme.PUBLIC,
        List.of(),
        false,
        proxy
            .flatMap(there -> there.number("httpKeepAliveTimeoutSec"))
            .filter(seconds -> seconds > 0),
        probing,
        false,
        Optional.empty(),
        Optional.of(application));
  }

  /** Where there is a managed one, it is the only one. */
  private Certificate certificate(Optional<JsonPart> proxy) {
    Optional<JsonPart> managed = current(StateTypes.CERTIFICATE);
    return managed.isPresent()
        ? new Certificate.Managed(
            managed.get().member("managed").stream()
                .flatMap(one -> one.texts("domains", "texts").stream())
                .toList())
        : new Certificate.Given(
            proxy.stream()
                .flatMap(there -> there.texts("sslCertificates", "texts").stream())
                .map(Links::full)
                .toList());
  }
}
