package anyware.gcp;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.RoleSubnets;
import anyware.plan.SitePlan;
import anyware.state.Deviation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a site asks of Google Cloud. Names are logical: the engine adds a random suffix to them.
 *
 * <p>A network of its own, in custom mode, so nothing but the rules below and the two implied ones
 * decides: inbound connections are refused and outbound ones pass unless a rule says otherwise
 * (https://cloud.google.com/firewall/docs/firewalls#default_firewall_rules).
 *
 * @param place the site
 * @param project the id of the project
 * @param region the region, such as {@code us-central1}
 * @param labels what the place's tags become on resources that can carry them
 * @param network the VPC network's name
 * @param tags the network tag by which each role's machines are known
 *     (https://cloud.google.com/vpc/docs/add-remove-network-tags); no role shares another's
 * @param subnetworks one a role
 * @param rules sorted by name
 * @param connectorAddresses the names of the static public addresses for PCoIP sessions, in the
 *     connectors' order
 * @param balancer the balancer, when there is one
 * @param deviations what a deployed site has beyond a plan; none where the site is planned
 */
public record Plan(
    Place place,
    String project,
    String region,
    SortedMap<String, String> labels,
    String network,
    SortedMap<Role, String> tags,
    List<Subnet> subnetworks,
    List<Rule> rules,
    List<String> connectorAddresses,
    Optional<PassthroughBalancer> balancer,
    List<Deviation> deviations)
    implements SitePlan {

  /** Copies the collections. */
  public Plan {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    subnetworks = List.copyOf(subnetworks);
    rules = List.copyOf(rules);
    connectorAddresses = List.copyOf(connectorAddresses);
    deviations = List.copyOf(deviations);
  }

  /**
   * The least prefix around the subnets: a custom-mode network has no addresses but theirs, and a
   * further subnet may come to lie between them.
   */
  @Override
  public int publicAddresses() {
    return connectorAddresses.size();
  }

  @Override
  public List<Cidr> networkRanges() {
    return Cidr.covering(subnetworks.stream().map(Subnet::range).toList()).stream().toList();
  }

  @Override
  public RoleSubnets subnets() {
    Map<Role, List<Cidr>> ranges = new EnumMap<>(Role.class);
    subnetworks.forEach(subnet -> ranges.put(subnet.role(), List.of(subnet.range())));
    return new RoleSubnets(ranges);
  }
}
