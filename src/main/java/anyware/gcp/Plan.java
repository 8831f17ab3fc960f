package anyware.gcp;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
import anyware.plan.SitePlan;
import anyware.state.Deviation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a site asks of Google Cloud. Names are logical: the engine adds a random suffix to them.
 *
 * @param place the site
 * @param project the id of the project
 * @param region the region, such as {@code us-central1}
 * @param labels what the place's tags become on resources that can carry them
 * @param network the VPC network
 * @param tags the network tag by which each role's machines are known
 *     (https://cloud.google.com/vpc/docs/add-remove-network-tags); no role shares another's
 * @param rules sorted by name
 * @param connectorAddresses the names of the static public addresses for PCoIP sessions, in the
 *     connectors' order
 * @param balancer the balancer, when there is one
 * @param records the DNS records of its address and the connectors', by name
 * @param logging what is logged
 * @param protect whether network, addresses and balancer are protected from deletion
 * @param deviations what a deployed site has beyond a plan; none where the site is planned
 */
public record Plan(
    Place place,
    String project,
    String region,
    SortedMap<String, String> labels,
    Network network,
    SortedMap<Role, String> tags,
    List<Rule> rules,
    List<String> connectorAddresses,
    Optional<LoadBalancer> balancer,
    List<DnsRecord> records,
    Logging logging,
    boolean protect,
    List<Deviation> deviations)
    implements SitePlan {

  /** Copies the collections. */
  public Plan {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    rules = List.copyOf(rules);
    connectorAddresses = List.copyOf(connectorAddresses);
    records = List.copyOf(records);
    deviations = List.copyOf(deviations);
  }

  @Override
  public List<Cidr> networkRanges() {
    return network.ranges();
  }

  @Override
  public RoleSubnets subnets() {
    return network.subnets();
  }

  /** A balancer of layer 7 is where Google's front ends are. */
  @Override
  public RoleSubnets roleSubnets() {
    return application().isEmpty()
        ? subnets()
        : subnets()
            .and(new RoleSubnets(Map.of(Role.BALANCER, ApplicationBalancer.FRONT_ENDS.prefixes())));
  }

  /** The balancer of layer 7, if it is one. */
  Optional<ApplicationBalancer> application() {
    return balancer.flatMap(one -> one.fold(passthrough -> Optional.empty(), Optional::of));
  }

  /** The balancer of layer 4, if it is one. */
  Optional<PassthroughBalancer> passthrough() {
    return balancer.flatMap(one -> one.fold(Optional::of, application -> Optional.empty()));
  }
}
