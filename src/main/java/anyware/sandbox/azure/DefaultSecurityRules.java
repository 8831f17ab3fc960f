package anyware.sandbox.azure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules that every network security group has below its own:
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
 */
final class DefaultSecurityRules {
  private DefaultSecurityRules() {}

  /**
   * The rules as outputs.
   *
   * @param group the group's id
   * @return three rules a direction
   */
  static List<Map<String, Object>> of(String group) {
    return List.of(
        rule(group, "AllowVnetInBound", 65000, "VirtualNetwork", "VirtualNetwork"),
        rule(group, "AllowAzureLoadBalancerInBound", 65001, "AzureLoadBalancer", "*"),
        rule(group, "DenyAllInBound", 65500, "*", "*"),
        rule(group, "AllowVnetOutBound", 65000, "VirtualNetwork", "VirtualNetwork"),
        rule(group, "AllowInternetOutBound", 65001, "*", "Internet"),
        rule(group, "DenyAllOutBound", 65500, "*", "*"));
  }

  private static Map<String, Object> rule(
      String group, String name, int priority, String source, String destination) {
    Map<String, Object> rule = new TreeMap<>();
    rule.put("access", name.startsWith("Allow") ? "Allow" : "Deny");
    rule.put("destinationAddressPrefix", destination);
    rule.put("destinationPortRange", "*");
    rule.put("direction", name.endsWith("InBound") ? "Inbound" : "Outbound");
    rule.put("etag", "W/\"default\"");
    rule.put("id", group + "/defaultSecurityRules/" + name);
    rule.put("name", name);
    rule.put("priority", priority);
    rule.put("protocol", "*");
    rule.put("provisioningState", "Succeeded");
    rule.put("sourceAddressPrefix", source);
    rule.put("sourcePortRange", "*");
    rule.put("type", "Microsoft.Network/networkSecurityGroups/defaultSecurityRules");
    return rule;
  }
}
