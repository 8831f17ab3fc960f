package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.listOf;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The load balancing rules of a load balancer, each from a frontend to a pool. What the API
 * refuses: https://learn.microsoft.com/azure/load-balancer/load-balancer-common-deployment-errors
 */
final class LoadBalancingRules {
  private LoadBalancingRules() {}

  static Shape shape() {
    return ChildResources.part(
        "loadBalancingRules",
        optional("backendAddressPool", ChildResources.link("backendAddressPools")),
        optional("backendAddressPools", listOf(ChildResources.link("backendAddressPools"))),
        optional("backendPort", ChildResources.port(0, 65535)),
        ChildResources.off("disableOutboundSnat"),
        ChildResources.off("enableFloatingIP"),
        ChildResources.off("enableTcpReset"),
        optional("frontendIPConfiguration", ChildResources.link("frontendIPConfigurations")),
        required("frontendPort", ChildResources.port(0, 65534)),
        ChildResources.idle(),
        optional("loadDistribution", CommonShapes.choice("Default", "SourceIP", "SourceIPProtocol"))
            .orComputed((request, enclosing) -> "Default"),
        optional("probe", ChildResources.link("probes")),
        required("protocol", CommonShapes.choice("All", "Tcp", "Udp")));
  }

  /**
   * Looks at all rules.
   *
   * @param request the request for the load balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    boolean standard = Skus.isStandard(request.inputs());
    List<Props> rules = request.inputs().objects("loadBalancingRules");
    for (int i = 0; i < rules.size(); i++) {
      String path = "loadBalancingRules[" + i + "].";
      found.addAll(rule(request, rules.get(i), path, standard));
      found.addAll(conflicts(request, rules.get(i), path, rules.subList(0, i)));
    }
    return found;
  }

  private static List<Refusal> rule(
      RequestContext request, Props rule, String path, boolean standard) {
    List<Refusal> found = new ArrayList<>();
    String id = request.id() + "/loadBalancingRules/" + rule.text("name", "");
    long frontend = rule.whole("frontendPort").orElse(0L);
    long backend = rule.whole("backendPort").orElse(0L);
    if (!rule.has("frontendIPConfiguration")) {
      found.add(
          new Refusal(
              path + "frontendIPConfiguration",
              "Load balancing rule " + id + " must reference a frontend IP configuration"));
    }
    boolean all = CommonShapes.isChosen(rule, "protocol", "All");
    if (all != (frontend == 0 && backend == 0)) {
      found.add(
          new Refusal(
              path + "protocol",
              "Load balancing rule "
                  + id
                  + " must have frontend and backend port 0 with protocol All, and neither with"
                  + " another protocol"));
    }
    // https://learn.microsoft.com/azure/load-balancer/load-balancer-ha-ports-overview (no words)
    if (all
        && frontend == 0
        && !(standard
            && FrontendIpConfigurations.named(request, rule.text("frontendIPConfiguration.id", ""))
                .filter(its -> !its.has("subnet"))
                .isEmpty())) {
      found.add(
          new Refusal(
              path + "protocol",
              "High availability ports of load balancing rule "
                  + id
                  + " need an internal Standard load balancer"));
    }
    if (rule.isTrue("enableTcpReset") && !standard) {
      found.add(
          new Refusal(
              path + "enableTcpReset",
              "TCP reset of load balancing rule " + id + " needs a Standard load balancer"));
    }
    links(rule)
        .filter(link -> !own(request, link))
        .forEach(
            link ->
                found.add(
                    new Refusal(
                        path.substring(0, path.length() - 1), ApiErrors.notFound(link, id))));
    return found;
  }

  private static Stream<String> links(Props rule) {
    return Stream.concat(
        Stream.of("backendAddressPool.id", "frontendIPConfiguration.id", "probe.id")
            .flatMap(link -> rule.text(link).stream()),
        rule.objects("backendAddressPools").stream().flatMap(pool -> pool.text("id").stream()));
  }

  private static boolean own(RequestContext request, String link) {
    String balancer = ResourceIds.canonical(request.id(), request.settings());
    return ResourceIds.canonical(link, request.settings()).startsWith(balancer + "/");
  }

  /** Holds a rule against those before it and against the outbound rules. */
  private static List<Refusal> conflicts(
      RequestContext request, Props rule, String path, List<Props> earlier) {
    List<Refusal> found = new ArrayList<>();
    for (Props other : earlier) {
      if (!meet(rule, other)) {
        continue;
      }
      String both = "Load balancing rules " + id(request, other) + " and " + id(request, rule);
      String protocol = rule.text("protocol", "");
      if (frontend(rule).equals(frontend(other)) && same("frontendPort", rule, other)) {
        found.add(
            new Refusal(
                path + "frontendPort",
                ApiErrors.of(
                    "RulesUseSameFrontendPortProtocolAndIPConfig",
                    both
                        + " use the same protocol "
                        + protocol
                        + " and frontend port "
                        + rule.whole("frontendPort").orElse(0L)
                        + ", and must not be used with the same frontend IP configuration "
                        + rule.text("frontendIPConfiguration.id", "")
                        + ".")));
      }
      // With floating IP, the frontend counts too:
      // https://github.com/kubernetes-sigs/cloud-provider-azure/issues/521
      boolean floating = rule.isTrue("enableFloatingIP");
      if (same("backendPort", rule, other)
          && floating == other.isTrue("enableFloatingIP")
          && (!floating || frontend(rule).equals(frontend(other)))) {
        String code = "RulesUseSameBackendPortProtocolAndPool";
        String way = floating ? "enabled" : "disabled";
        pools(rule)
            .filter(pool -> pools(other).anyMatch(pool::equalsIgnoreCase))
            .findFirst()
            .ifPresent(
                pool ->
                    found.add(
                        new Refusal(
                            path + "backendPort",
                            ApiErrors.of(
                                code + (floating ? "AndFrontendIPWithFloatingIPEnabled" : ""),
                                both
                                    + " with floating IP "
                                    + way
                                    + " use the same protocol "
                                    + protocol
                                    + " and backend port "
                                    + rule.whole("backendPort").orElse(0L)
                                    + (floating ? " and frontend IP " + frontend(rule) : "")
                                    + ", and must not be used with the same backend address pool "
                                    + pool
                                    + "."))));
      }
    }
    found.addAll(outbound(request, rule, path));
    return found;
  }

  private static List<Refusal> outbound(RequestContext request, Props rule, String path) {
    if (rule.isTrue("disableOutboundSnat")) {
      return List.of();
    }
    return request.inputs().objects("outboundRules").stream()
        .filter(
            outbound ->
                outbound.objects("frontendIPConfigurations").stream()
                    .flatMap(link -> link.text("id").stream())
                    .anyMatch(frontend(rule)::equalsIgnoreCase))
        .map(
            outbound ->
                new Refusal(
                    path + "disableOutboundSnat",
                    ApiErrors.of(
                        "LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule",
                        "Load Balancing Rules "
                            + id(request, rule)
                            + " must have disableOutboundSNAT set to true when same"
                            + " FrontendIPConfiguration "
                            + rule.text("frontendIPConfiguration.id", "")
                            + " is referenced by Outbound Rules "
                            + request.id()
                            + "/outboundRules/"
                            + outbound.text("name", ""))))
        .toList();
  }

  /**
   * Tells whether two rules are for the same packets' protocols.
   *
   * @param rule a rule
   * @param other another one
   */
  static boolean meet(Props rule, Props other) {
    String one = rule.text("protocol", "");
    String two = other.text("protocol", "");
    return one.equalsIgnoreCase(two) || Stream.of(one, two).anyMatch("All"::equalsIgnoreCase);
  }

  private static boolean same(String port, Props rule, Props other) {
    return rule.whole(port).orElse(0L).equals(other.whole(port).orElse(0L));
  }

  private static String frontend(Props rule) {
    return rule.text("frontendIPConfiguration.id", "").toLowerCase(Locale.ROOT);
  }

  private static Stream<String> pools(Props rule) {
    return Stream.concat(
            rule.text("backendAddressPool.id").stream(),
            rule.objects("backendAddressPools").stream().flatMap(pool -> pool.text("id").stream()))
        .distinct();
  }

  private static String id(RequestContext request, Props rule) {
    return request.id() + "/loadBalancingRules/" + rule.text("name", "");
  }
}
