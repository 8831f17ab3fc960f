package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import java.util.ArrayList;
import java.util.List;

/**
 * How many addresses and ports the rules of one network security group may name together:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits
 * and, for what is counted and the words,
 * https://github.com/kubernetes-sigs/cloud-provider-azure/issues/2725
 */
final class SecurityRuleCounts {
  private static final int MOST = 4000;
  private static final List<String> COUNTED =
      List.of(
          "sourceAddressPrefixes",
          "destinationAddressPrefixes",
          "sourcePortRanges",
          "destinationPortRanges");

  private SecurityRuleCounts() {}

  /**
   * Counts over all rules.
   *
   * @param request the request for the group
   * @param rules its rules
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request, List<Props> rules) {
    List<Refusal> found = new ArrayList<>();
    for (String property : COUNTED) {
      long count = rules.stream().mapToLong(rule -> rule.texts(property).size()).sum();
      if (count > MOST) {
        found.add(new Refusal("securityRules", reached(request, property, count)));
      }
    }
    return found;
  }

  private static String reached(RequestContext request, String property, long count) {
    String what = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    return ApiErrors.of(
        "SecurityRuleAddressesOrPortsPerSecurityGroupLimitReached",
        "Network security group "
            + request.id()
            + " has "
            + count
            + " "
            + what
            + ". A security group cannot have more than "
            + MOST
            + " "
            + what
            + " as per the limit MaxSecurityRuleAddressesOrPortsPerSecurityGroup.");
  }
}
