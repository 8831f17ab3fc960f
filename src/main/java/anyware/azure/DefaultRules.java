package anyware.azure;

import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.List;

/**
 * The rules that every network security group has behind its own
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules).
 */
final class DefaultRules {
  private static final Side ANYBODY = new Side.Anybody();
  private static final Side NETWORK = new Side.ServiceTag(ServiceTags.VIRTUAL_NETWORK);
  private static final Side PROBES = new Side.ServiceTag(ServiceTags.LOAD_BALANCER);
  private static final Side INTERNET = new Side.ServiceTag(ServiceTags.INTERNET);

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
      String name, int priority, Direction direction, Side source, Side destination) {
    Access access = name.startsWith("Deny") ? Access.DENY : Access.ALLOW;
    String description = "default rule of every network security group";
    return new Rule(
        name, description, priority, direction, access, List.of(Traffic.ANY), source, destination);
  }
}
