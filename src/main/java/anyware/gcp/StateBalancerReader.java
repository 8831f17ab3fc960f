package anyware.gcp;

import anyware.cloud.Balancer;
import anyware.cloud.Probing;
import anyware.json.JsonPart;
import anyware.net.Family;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.net.MalformedException;
import anyware.net.PortRange;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads a site's balancer back from what the engine knows of its resources. */
final class StateBalancerReader {
  private final Place place;
  private final List<StateResource> resources;
  private final List<Problem> problems;
  private final StateFrontEnds frontEnds;

  StateBalancerReader(Place place, List<StateResource> resources, List<Problem> problems) {
    this.place = place;
    this.resources = resources;
    this.problems = problems;
    this.frontEnds = new StateFrontEnds(resources, problems);
  }

  /**
   * The balancer; absent where no forwarding rule of its main address is about one port. What is
   * left of one of layer 4 beside one of layer 7 is among what that one takes.
   */
  Optional<LoadBalancer> balancer() {
    List<StateResource> rules = of(StateTypes.FORWARDING_RULE).toList();
    Optional<LoadBalancer> application =
        new StateApplicationReader(place, resources, problems)
            .balancer(rules.stream().flatMap(frontEnds::further).toList())
            .map(balancer -> balancer);
    return application.or(
        () ->
            main(rules).stream()
                .filter(rule -> port(rule).isPresent())
                .findFirst()
                .flatMap(rule -> port(rule).map(port -> balancer(rule, port, rules))));
  }

  /** What is called as the balancer's IPv6 address is: its rule and its record are. */
  static Predicate<StateResource> isIpv6(Place place) {
    String name = SiteNames.balancer(place, Family.IPV6);
    return made -> made.name().equals(name);
  }

  /** The rules but that of the IPv6 address, or that one where it is all that is left. */
  private List<StateResource> main(List<StateResource> rules) {
    List<StateResource> others = rules.stream().filter(rule -> !isIpv6(rule)).toList();
    return others.isEmpty() ? rules : others;
  }

  /** The balancer's name by that of a rule of its own. */
  static String name(Place place, StateResource rule) {
    return isIpv6(place).test(rule) ? SiteNames.balancer(place) : rule.name();
  }

  private boolean isIpv6(StateResource forwardingRule) {
    return isIpv6(place).test(forwardingRule);
  }

  private Stream<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }

  /** The only port, where a forwarding rule is about one port of TCP. */
  private Optional<Integer> port(StateResource forwardingRule) {
    return port(traffic(forwardingRule));
  }

  /** The only port, where traffic is one port of TCP. */
  static Optional<Integer> port(List<Traffic> traffic) {
    return traffic.size() != 1
        ? Optional.empty()
        : Optional.of(traffic.get(0))
            .filter(one -> one.protocol().equals(Optional.of(IpProtocol.TCP)))
            .map(Traffic::ports)
            .filter(ports -> ports.first() == ports.last())
            .map(PortRange::first);
  }

  private PassthroughBalancer balancer(
      StateResource forwardingRule, int port, List<StateResource> rules) {
    String path =
        of(StateTypes.HEALTH_CHECK)
            .findFirst()
            .flatMap(check -> check.current(problems).member("httpsHealthCheck"))
            .flatMap(check -> check.text("requestPath"))
            .orElse("");
    List<Traffic> own = traffic(forwardingRule);
    Predicate<StateResource> isOwn =
        rule -> rule.equals(forwardingRule) || (isIpv6(rule) && traffic(rule).equals(own));
    return new PassthroughBalancer(
        name(place, forwardingRule),
        kind(forwardingRule),
        port,
        path,
        of(StateTypes.BACKEND_SERVICE).findFirst().map(this::targets).orElse(List.of()),
        frontEnds.families(rules.stream().filter(isOwn)),
        rules.stream().filter(isOwn.negate()).flatMap(frontEnds::further).toList());
  }

  /** What cannot be read is taken for the widest, and a rule without ports is about all of them. */
  private List<Traffic> traffic(StateResource forwardingRule) {
    return traffic(forwardingRule.current(problems));
  }

  /** The same of a rule as it is now. */
  static List<Traffic> traffic(JsonPart current) {
    List<Optional<IpProtocol>> protocols =
        TrafficText.protocols(current.text("ipProtocol").orElse(""));
    List<String> texts = new ArrayList<>(current.texts("ports", "ports"));
    current.text("portRange").filter(text -> !text.isEmpty()).ifPresent(texts::add);
    List<PortRange> ports =
        texts.isEmpty()
            ? List.of(PortRange.ALL)
            : texts.stream()
                .map(text -> TrafficText.ports(text).orElse(PortRange.ALL))
                .distinct()
                .toList();
    return protocols.size() == 1 && protocols.get(0).isPresent()
        ? ports.stream().map(range -> new Traffic(protocols.get(0), range)).toList()
        : List.of(Traffic.ANY);
  }

  /** https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts */
  private Balancer kind(StateResource forwardingRule) {
    Probing probing =
        of(StateTypes.HEALTH_CHECK)
            .findFirst()
            .map(check -> probing(check.current(problems)))
            .orElse(Forms.USUAL_PROBING);
    JsonPart current = forwardingRule.current(problems);
    boolean external =
        current.text("loadBalancingScheme").filter(ComponentBalancer.EXTERNAL::equals).isPresent();
    return new Balancer(
        external ? Balancer.Scheme.PUBLIC : Balancer.Scheme.INTERNAL,
        external ? List.of() : addresses(),
        current.flag("allowGlobalAccess").orElse(false),
        Optional.empty(),
        probing,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** How a health check probes; what is not said is as the platform does it. */
  static Probing probing(JsonPart check) {
    Probing usual = Forms.USUAL_PROBING;
    return new Probing(
        check.number("checkIntervalSec").or(usual::intervalSeconds),
        check.number("timeoutSec").or(usual::timeoutSeconds),
        check.number("healthyThreshold").or(usual::healthy),
        check.number("unhealthyThreshold").or(usual::unhealthy));
  }

  /** The address that was asked for: the answer has one in any case. */
  private List<IpAddress> addresses() {
    return of(StateTypes.ADDRESS)
        .filter(address -> address.name().equals(SiteNames.balancer(place)))
        .flatMap(address -> asked(address).text("address").stream())
        .flatMap(text -> address(text).stream())
        .toList();
  }

  private static Optional<IpAddress> address(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  /** Those of the instance groups asked for that are still there; others' come from outside. */
  private List<String> targets(StateResource service) {
    return targets(service, problems);
  }

  /** The same of any backend service. */
  static List<String> targets(StateResource service, List<Problem> problems) {
    List<String> attached = groups(service.current(problems));
    return groups(asked(service, problems)).stream().filter(attached::contains).toList();
  }

  private static List<String> groups(JsonPart service) {
    return service.items("backends", "backends").stream()
        .flatMap(backend -> backend.text("group").stream())
        .map(Links::full)
        .toList();
  }

  private JsonPart asked(StateResource resource) {
    return asked(resource, problems);
  }

  private static JsonPart asked(StateResource resource, List<Problem> problems) {
    return new JsonPart(resource.name(), resource.inputs(), problems);
  }
}
