package anyware.azure;

import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.List;

/**
 * The rules that every network security group has behind its own
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules).
 */
final class DefaultRules {
  private static final RuleEnd ANYBODY = new RuleEnd.Anybody();
  private static final RuleEnd NETWORK = new RuleEnd.ServiceTag(ServiceTags.VIRTUAL_NETWORK);
  private static final RuleEnd PROBES = new RuleEnd.ServiceTag(ServiceTags.LOAD_BALANCER);
  private static final RuleEnd INTERNET = new RuleEnd.ServiceTag(ServiceTags.INTERNET);

  /** All six. */
  static final List<Rule> ALL =
      List.of(
          rule("AllowVnetInBound", 65000, Direction.INBOUND, NETWORK, NETWORK),
          rule("AllowAzureLoadBalancerInBound", 65001, Direction.INBOUND, PROBES, ANYBODY),
          rule("DenyAllInBound", 65500, Direction.INBOUND, ANYBODY, ANYBODY),
          rule("AllowVnetOutBound", 65000, Direction.OUTBOUND, NETWORK, NETWORK),
          rule("AllowInternetOutBound", 65001, Direction.OUTBOUND, ANYBODY, INTERNET),
          rule("DenyAllOutBound", 65500, Direction.OUTBOUND, ANYBODY, ANYBODY));

  private DefaultRules() {}

  private static Rule rule(
      String name, int priority, Direction direction, RuleEnd source, RuleEnd destination) {
    Access access = name.startsWith("Deny") ? Access.DENY : Access.ALLOW;
    String description = "default rule of every network security group";
    return new Rule(
        name, description, priority, direction, access, List.of(Traffic.ANY), source, destination);
  }
}
