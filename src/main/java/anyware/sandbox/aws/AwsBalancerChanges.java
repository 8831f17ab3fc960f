package anyware.sandbox.aws;

import anyware.sandbox.spec.Props;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes of a load balancer's place that need a new load balancer:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 * and https://www.pulumi.com/registry/packages/aws/api-docs/lb/loadbalancer/.
 */
final class AwsBalancerChanges {
  private AwsBalancerChanges() {}

  /**
   * A network load balancer keeps having security groups, or having none.
   *
   * @param old the former inputs
   * @param now the new inputs
   * @return whether the change of the groups needs a new load balancer
   */
  static boolean ofGroups(Props old, Props now) {
    return AwsBalancers.isNetwork(now)
        && old.texts("securityGroups").isEmpty() != now.texts("securityGroups").isEmpty();
  }

  /**
   * A network load balancer only gains subnets.
   *
   * @param old the former inputs
   * @param now the new inputs
   * @return whether the change of the subnets needs a new load balancer
   */
  static boolean ofSubnets(Props old, Props now) {
    return AwsBalancers.isNetwork(now)
        && now.texts("subnets").size() <= old.texts("subnets").size();
  }

  /**
   * Mappings come and, for an application load balancer, go, but never change.
   *
   * @param old the former inputs
   * @param now the new inputs
   * @return whether the change of the mappings needs a new load balancer
   */
  static boolean ofMappings(Props old, Props now) {
    List<Props> before = old.objects("subnetMappings");
    List<Props> after = now.objects("subnetMappings");
    Set<Props> kept = new HashSet<>(before);
    kept.retainAll(after);
    if (AwsBalancers.isNetwork(now)) {
      return after.size() <= before.size() || kept.size() < before.size();
    }
    return after.size() == before.size() || kept.size() < Math.min(before.size(), after.size());
  }
}
