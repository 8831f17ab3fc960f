package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
import anyware.plan.SitePlan;
import anyware.state.Deviation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a site asks of AWS.
 *
 * @param place where it goes
 * @param region the region, such as {@code us-east-1}
 * @param vpc the network
 * @param groups one a role, in the roles' order
 * @param prefixLists the lists that rules name, sorted by name
 * @param rules sorted by name, no two of a group alike (AWS refuses a rule that is already there:
 *     https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html)
 * @param balancer the load balancer, when there is one
 * @param connectorAddresses the logical names of the connectors' static public addresses, by number
 *     (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html)
 * @param deviations what a deployed site has beyond a plan; none where the site is planned
 */
public record Plan(
    Place place,
    String region,
    Vpc vpc,
    List<Group> groups,
    List<PrefixList> prefixLists,
    List<Rule> rules,
    Optional<LoadBalancer> balancer,
    List<String> connectorAddresses,
    List<Deviation> deviations)
    implements SitePlan {

  /** Copies the lists. */
  public Plan {
    groups = List.copyOf(groups);
    prefixLists = List.copyOf(prefixLists);
    rules = List.copyOf(rules);
    connectorAddresses = List.copyOf(connectorAddresses);
    deviations = List.copyOf(deviations);
  }

  @Override
  public int publicAddresses() {
    return connectorAddresses.size();
  }

  @Override
  public List<Cidr> networkRanges() {
    return vpc.ranges();
  }

  @Override
  public RoleSubnets subnets() {
    Map<Role, List<Cidr>> subnets = new EnumMap<>(Role.class);
    for (Group group : groups) {
      switch (group.role()) {
        case CONNECTOR -> subnets.put(group.role(), vpc.publicRoutes().ranges());
        case WORKSTATION, LICENSE_SERVER -> subnets.put(group.role(), vpc.privateRoutes().ranges());
        case BALANCER -> {
          // Nobody attaches machines to the balancer.
        }
      }
    }
    return new RoleSubnets(subnets);
  }

  /**
   * The balancer's nodes live in the public subnets, beside the connectors
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html).
   */
  @Override
  public RoleSubnets roleSubnets() {
    boolean balanced = groups.stream().anyMatch(group -> group.role() == Role.BALANCER);
    return balanced
        ? subnets().replacedBy(new RoleSubnets(Map.of(Role.BALANCER, vpc.publicRoutes().ranges())))
        : subnets();
  }
}
