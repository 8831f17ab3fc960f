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
 * @param network the network
 * @param groups one a role, in the roles' order
 * @param prefixLists the lists that rules name, sorted by name
 * @param rules sorted by name, no two of a group alike (AWS refuses a rule that is already there:
 *     https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html)
 * @param balancer the load balancer, when there is one
 * @param connectorAddresses the connectors' static public addresses, by number
 * @param protect whether the engine keeps network, balancer and addresses from being deleted
 * @param deviations what a deployed site has beyond a plan; none where the site is planned
 */
public record Plan(
    Place place,
    String region,
    Network network,
    List<Group> groups,
    List<PrefixList> prefixLists,
    List<Rule> rules,
    Optional<LoadBalancer> balancer,
    List<ConnectorAddress> connectorAddresses,
    boolean protect,
    List<Deviation> deviations)
    implements SitePlan {

  /** What people call static public addresses. */
  static final String ELASTIC_IPS = "Elastic IPs";

  /** What people call lists of prefixes that rules name. */
  static final String PREFIX_LISTS = "managed prefix lists";

  /** Copies the lists. */
  public Plan {
    groups = List.copyOf(groups);
    prefixLists = List.copyOf(prefixLists);
    rules = List.copyOf(rules);
    connectorAddresses = List.copyOf(connectorAddresses);
    deviations = List.copyOf(deviations);
  }

  /**
   * Elastic IPs of the connectors and the NAT gateways, and prefix lists. When gateways are
   * replaced, both the old and the new ones are there for a while.
   */
  @Override
  public Map<String, Integer> regionalObjects() {
    int gateways = network.fold(created -> created.natGateways().size(), existing -> 0);
    return Map.of(
        ELASTIC_IPS, connectorAddresses.size() + gateways, PREFIX_LISTS, prefixLists.size());
  }

  @Override
  public List<Cidr> networkRanges() {
    return network.ranges();
  }

  @Override
  public RoleSubnets subnets() {
    Map<Role, List<Cidr>> subnets = new EnumMap<>(Role.class);
    for (Group group : groups) {
      network
          .places(group.role(), !connectorAddresses.isEmpty())
          .ifPresent(places -> subnets.put(group.role(), places));
    }
    return new RoleSubnets(subnets);
  }

  /**
   * The balancer's nodes live in its subnets
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html).
   */
  @Override
  public RoleSubnets roleSubnets() {
    return balancer
        .flatMap(nodes -> network.rangesOf(nodes.subnets()))
        .filter(ranges -> groups.stream().anyMatch(group -> group.role() == Role.BALANCER))
        .map(ranges -> subnets().replacedBy(new RoleSubnets(Map.of(Role.BALANCER, ranges))))
        .orElseGet(this::subnets);
  }
}
