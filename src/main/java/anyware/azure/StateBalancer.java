package anyware.azure;

import anyware.cloud.Balancer;
import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import anyware.net.PortRange;
import anyware.net.Traffic;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;

/**
 * Reads a site's load balancer back.
 *
 * @param index the site's resources
 * @param problems where is noted what is not as the provider writes it
 */
record StateBalancer(StateIndex index, List<Problem> problems) {
  private static final String FRONTENDS = "frontendIPConfigurations";

  Optional<SiteBalancer> balancer() {
    return index.of(StateIndex.LOAD_BALANCER).findFirst().flatMap(this::balancer).map(read -> read);
  }

  private Optional<LoadBalancer> balancer(StateResource balancer) {
    JsonPart current = balancer.current(problems);
    List<JsonPart> rules = current.items("loadBalancingRules", "load balancing rules");
    Optional<JsonPart> rule = rules.stream().filter(StateBalancer::isTcp).findFirst();
    Optional<JsonPart> probe = current.items("probes", "health probes").stream().findFirst();
    Optional<JsonPart> listening = current.items(FRONTENDS, "frontends").stream().findFirst();
    Frontend frontend = frontend(balancer, listening);
    return rule.map(
        sessions ->
            new LoadBalancer(
                balancer.name(),
                frontend.fold(
                    outside -> Balancer.Scheme.PUBLIC,
                    inside -> Balancer.Scheme.INTERNAL,
                    inside -> Balancer.Scheme.INTERNAL),
                fixedAddress(listening),
                frontend,
                number(rule, "frontendPort"),
                number(rule, "backendPort"),
                number(probe, "port"),
                probe.flatMap(part -> part.text("requestPath")).orElse(""),
                number(probe, "intervalInSeconds"),
                probe
                    .flatMap(part -> part.number("probeThreshold"))
                    .orElse(LoadBalancer.USUAL_THRESHOLD),
                number(rule, "idleTimeoutInMinutes"),
                targets(current),
                rules.stream()
                    .filter(other -> rule.filter(other::equals).isEmpty())
                    .map(StateBalancer::traffic)
                    .toList()));
  }

  private static boolean isTcp(JsonPart rule) {
    return rule.text("protocol").filter("Tcp"::equalsIgnoreCase).isPresent();
  }

  /**
   * What a rule takes: its protocol at its port, and everything where the protocol is All
   * (https://learn.microsoft.com/azure/load-balancer/load-balancer-ha-ports-overview).
   */
  private static Traffic traffic(JsonPart rule) {
    List<PortRange> port = List.of(PortRange.of(rule.number("frontendPort").orElse(0)));
    return rule.text("protocol")
        .flatMap(protocol -> TrafficText.parse(protocol, port))
        .map(all -> all.get(0))
        .orElse(Traffic.ANY);
  }

  private static int number(Optional<JsonPart> part, String key) {
    return part.flatMap(fields -> fields.number(key)).orElse(0);
  }

  /** A frontend in a subnet is internal; one of ours, or one that is there. */
  private Frontend frontend(StateResource balancer, Optional<JsonPart> listening) {
    Optional<String> subnet = id(listening, "subnet");
    if (subnet.isPresent()) {
      return index
          .meant(subnet.get(), balancer, FRONTENDS, StateIndex.SUBNET)
          .<Frontend>map(Frontend.Inside::new)
          .orElseGet(() -> new Frontend.InsideExisting(subnet.get()));
    }
    return new Frontend.Public(
        id(listening, "publicIPAddress")
            .flatMap(id -> index.meant(id, balancer, FRONTENDS, StateIndex.ADDRESS))
            .orElse(""));
  }

  private static Optional<String> id(Optional<JsonPart> listening, String key) {
    return listening.flatMap(part -> part.member(key)).flatMap(reference -> reference.text("id"));
  }

  private static Optional<IpAddress> fixedAddress(Optional<JsonPart> listening) {
    return listening
        .filter(StateBalancer::isStatic)
        .flatMap(part -> part.member("privateIPAddress"))
        .flatMap(JsonPart::cidr)
        .map(Cidr::first);
  }

  private static boolean isStatic(JsonPart listening) {
    return listening
        .text("privateIPAllocationMethod")
        .filter("Static"::equalsIgnoreCase)
        .isPresent();
  }

  /** Those of the pool that machines join by themselves are not asked for. */
  private static List<IpAddress> targets(JsonPart current) {
    return current.items("backendAddressPools", "backend pools").stream()
        .filter(pool -> pool.text("name").filter(BalancerIds.TARGETS::equals).isPresent())
        .flatMap(pool -> pool.items("loadBalancerBackendAddresses", "addresses").stream())
        .flatMap(address -> address.member("ipAddress").stream())
        .flatMap(address -> address.cidr().stream())
        .map(Cidr::first)
        .sorted()
        .toList();
  }
}
