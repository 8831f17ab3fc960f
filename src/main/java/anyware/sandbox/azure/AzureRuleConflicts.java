package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Load balancing rules that get in each other's way, or in that of outbound rules. */
final class AzureRuleConflicts {
  private AzureRuleConflicts() {}

  /**
   * Holds a rule against those before it and against the outbound rules.
   *
   * @param at the request
   * @param rule the rule
   * @param path where it stands, with a dot at its end
   * @param earlier the rules before it
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(Situation at, Props rule, String path, List<Props> earlier) {
    List<Refusal> found = new ArrayList<>();
    for (Props other : earlier) {
      if (!meet(rule, other)) {
        continue;
      }
      String both = "Load balancing rules " + id(at, other) + " and " + id(at, rule);
      String protocol = rule.text("protocol", "");
      if (frontend(rule).equals(frontend(other)) && same("frontendPort", rule, other)) {
        found.add(
            new Refusal(
                path + "frontendPort",
                AzureErrors.of(
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
      if (same("backendPort", rule, other)
          && !rule.isTrue("enableFloatingIP")
          && !other.isTrue("enableFloatingIP")) {
        pools(rule)
            .filter(pool -> pools(other).anyMatch(pool::equalsIgnoreCase))
            .findFirst()
            .ifPresent(
                pool ->
                    found.add(
                        new Refusal(
                            path + "backendPort",
                            AzureErrors.of(
                                "RulesUseSameBackendPortProtocolAndPool",
                                both
                                    + " with floating IP disabled use the same protocol "
                                    + protocol
                                    + " and backend port "
                                    + rule.whole("backendPort").orElse(0L)
                                    + ", and must not be used with the same backend address pool "
                                    + pool
                                    + "."))));
      }
    }
    found.addAll(outbound(at, rule, path));
    return found;
  }

  private static List<Refusal> outbound(Situation at, Props rule, String path) {
    if (rule.isTrue("disableOutboundSnat")) {
      return List.of();
    }
    return at.inputs().objects("outboundRules").stream()
        .filter(
            outbound ->
                outbound.objects("frontendIPConfigurations").stream()
                    .flatMap(link -> link.text("id").stream())
                    .anyMatch(frontend(rule)::equalsIgnoreCase))
        .map(
            outbound ->
                new Refusal(
                    path + "disableOutboundSnat",
                    AzureErrors.of(
                        "LoadBalancingRuleMustDisableSNATSinceSameFrontendIPConfigurationIsReferencedByOutboundRule",
                        "Load Balancing Rules "
                            + id(at, rule)
                            + " must have disableOutboundSNAT set to true when same"
                            + " FrontendIPConfiguration "
                            + rule.text("frontendIPConfiguration.id", "")
                            + " is referenced by Outbound Rules "
                            + at.id()
                            + "/outboundRules/"
                            + outbound.text("name", ""))))
        .toList();
  }

  private static boolean meet(Props rule, Props other) {
    String one = rule.text("protocol", "");
    String two = other.text("protocol", "");
    return one.equals(two) || one.equals("All") || two.equals("All");
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

  private static String id(Situation at, Props rule) {
    return at.id() + "/loadBalancingRules/" + rule.text("name", "");
  }
}
