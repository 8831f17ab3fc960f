package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The outbound rules of a load balancer:
 * https://learn.microsoft.com/azure/load-balancer/outbound-rules (ports in multiples of 8, to
 * 64,000; codes:
 * https://learn.microsoft.com/azure/load-balancer/load-balancer-common-deployment-errors).
 */
final class OutboundRules {
  private static final long MOST_PORTS = 64000;

  private OutboundRules() {}

  static Shape shape() {
    return ChildResources.part(
        "outboundRules",
        optional("allocatedOutboundPorts", whole()),
        required("backendAddressPool", ChildResources.link("backendAddressPools")),
        ChildResources.off("enableTcpReset"),
        required(
            "frontendIPConfigurations", listOf(ChildResources.link("frontendIPConfigurations"))),
        ChildResources.idle(),
        required("protocol", CommonShapes.choice("All", "Tcp", "Udp")));
  }

  /**
   * Looks at all outbound rules.
   *
   * @param request the request for the load balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    List<Props> rules = request.inputs().objects("outboundRules");
    List<Refusal> found = new ArrayList<>();
    if (!Skus.isStandard(request.inputs()) && !rules.isEmpty()) {
      found.add(
          new Refusal(
              "outboundRules",
              "Outbound rules of " + request.id() + " need a Standard load balancer"));
    }
    for (int i = 0; i < rules.size(); i++) {
      String path = "outboundRules[" + i + "].";
      found.addAll(ports(request, rules.get(i), path + "allocatedOutboundPorts"));
      for (String frontend : frontends(rules.get(i)).toList()) {
        found.addAll(frontend(request, rules, i, frontend, path + "frontendIPConfigurations"));
      }
    }
    return found;
  }

  private static List<Refusal> ports(RequestContext request, Props rule, String path) {
    long ports = rule.whole("allocatedOutboundPorts").orElse(0L);
    String begin =
        "Specified Allocated Outbound Ports " + ports + " for Outbound Rule " + id(request, rule);
    String code = "SpecifiedAllocatedOutboundPortsForOutboundRule";
    if (ports < 0 || ports % 8 != 0) {
      return List.of(
          new Refusal(
              path,
              ApiErrors.of(code + "IsNotAMultipleOfEight", begin + " must be a multiple of 8.")));
    }
    return ports <= MOST_PORTS
        ? List.of()
        : List.of(
            new Refusal(
                path,
                ApiErrors.of(
                    code + "ExceedsTotalNumberOfAllowedPortsPerRule",
                    begin
                        + " exceeds total number of allowed ports per rule "
                        + MOST_PORTS
                        + ".")));
  }

  /**
   * https://github.com/MicrosoftDocs/azure-docs/issues/45707 (which has no code) and
   * https://github.com/Azure/AzLoadBalancerMigration/issues/10
   */
  private static List<Refusal> frontend(
      RequestContext request, List<Props> rules, int place, String frontend, String path) {
    if (FrontendIpConfigurations.named(request, frontend)
        .filter(its -> its.has("subnet"))
        .isPresent()) {
      return List.of(
          new Refusal(
              path,
              "Internal load balancer cannot have any outbound rules. Either remove outbound rules"
                  + " or make sure frontend IP configurations "
                  + frontend
                  + " reference public IP addresses and not subnets."));
    }
    return rules.subList(0, place).stream()
        .filter(before -> frontends(before).anyMatch(frontend::equalsIgnoreCase))
        .filter(before -> LoadBalancingRules.meet(before, rules.get(place)))
        .map(before -> new Refusal(path, twice(request, frontend, before, rules.get(place))))
        .toList();
  }

  private static String twice(RequestContext request, String frontend, Props before, Props rule) {
    return ApiErrors.of(
        "MoreThanOneOutboundRuleUsingSameFrontendIPConfigurationAndProtocolIsNotSupported",
        "It is not supported to have more than a single outbound rule using"
            + " frontendIPConfiguration "
            + frontend
            + " with same or overlapping protocol. This frontendIPConfiguration is used by the"
            + " following outbound rules: "
            + id(request, before)
            + ","
            + id(request, rule));
  }

  private static Stream<String> frontends(Props rule) {
    return rule.objects("frontendIPConfigurations").stream()
        .flatMap(link -> link.text("id").stream());
  }

  private static String id(RequestContext request, Props rule) {
    return request.id() + "/outboundRules/" + rule.text("name", "");
  }
}
