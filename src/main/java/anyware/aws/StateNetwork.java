package anyware.aws;

import static anyware.aws.ResourceTypes.GROUP;
import static anyware.aws.ResourceTypes.NAT_GATEWAY;
import static anyware.aws.ResourceTypes.ROUTE;
import static anyware.aws.ResourceTypes.ROUTE_TABLE;
import static anyware.aws.ResourceTypes.ROUTE_TABLE_ASSOCIATION;
import static anyware.aws.ResourceTypes.SUBNET;
import static anyware.aws.ResourceTypes.VPC;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site's ResourceTypes.VPC as it is deployed, or the one in which its groups are. */
final class StateNetwork {

  private final Plan planned;
  private final Place place;
  private final StateIndex index;

  /**
   * @param planned what the settings ask for, which says where machines are in a network that is
   *     there
   * @param index the site's resources
   */
  StateNetwork(Plan planned, StateIndex index) {
    this.planned = planned;
    this.place = planned.place();
    this.index = index;
  }

  Network read() {
    boolean isCreated =
        List.of(VPC, SUBNET, ROUTE_TABLE).stream().anyMatch(type -> !index.all(type).isEmpty());
    return isCreated ? created() : existing();
  }

  private ExistingVpc existing() {
    Map<Role, List<Cidr>> ranges =
        planned.network().fold(created -> Map.of(), ExistingVpc::roleRanges);
    String id =
        index.all(GROUP).stream()
            .flatMap(group -> index.text(group, "vpcId").stream())
            .findFirst()
            .orElse("");
    return new ExistingVpc(id, ranges);
  }

  private Vpc created() {
    Optional<StateResource> vpc = index.first(VPC);
    String open = NetworkPlanner.publicRoutes(place);
    List<RouteTable> tables =
        index.all(ROUTE_TABLE).stream()
            .sorted(Comparator.comparing(StateResource::name))
            .map(this::routes)
            .toList();
    return new Vpc(
        vpc.map(StateResource::name).orElse(place.site()),
        vpc.flatMap(this::cidr).map(List::of).orElse(List.of()),
        index.all(SUBNET).stream().anyMatch(this::givesIpv6),
        tables.stream()
            .filter(routes -> routes.name().equals(open))
            .findFirst()
            .orElse(new RouteTable(open, List.of(), Optional.empty())),
        tables.stream().filter(routes -> !routes.name().equals(open)).toList(),
        new StateFlowLog(index).read());
  }

  /** A block alone may be left over from when the network had IPv6. */
  private boolean givesIpv6(StateResource subnet) {
    return index
        .property(subnet, "assignIpv6AddressOnCreation")
        .flatMap(JsonPart::flag)
        .orElse(false);
  }

  private RouteTable routes(StateResource table) {
    List<Subnet> subnets = new ArrayList<>();
    for (StateResource association : index.all(ROUTE_TABLE_ASSOCIATION)) {
      if (leadsTo(association, table)) {
        index.target(association, "subnetId", SUBNET).flatMap(this::subnet).ifPresent(subnets::add);
      }
    }
    subnets.sort(Comparator.comparing(Subnet::zone).thenComparing(Subnet::name));
    return new RouteTable(table.name(), subnets, nat(table));
  }

  private boolean leadsTo(StateResource from, StateResource table) {
    return index.target(from, "routeTableId", ROUTE_TABLE).filter(table::equals).isPresent();
  }

  private Optional<NatGateway> nat(StateResource table) {
    return index.all(ROUTE).stream()
        .filter(route -> leadsTo(route, table))
        .flatMap(route -> index.target(route, "natGatewayId", NAT_GATEWAY).stream())
        .findFirst()
        .map(
            gateway ->
                new NatGateway(
                    gateway.name(),
                    index.target(gateway, "subnetId", SUBNET).map(StateResource::name).orElse("")));
  }

  private Optional<Subnet> subnet(StateResource subnet) {
    Zone zone =
        Arrays.stream(Zone.values())
            .filter(one -> subnet.name().endsWith("-" + one.slug()))
            .findFirst()
            .orElse(Zone.SECOND);
    return cidr(subnet).map(cidr -> new Subnet(subnet.name(), cidr, zone));
  }

  private Optional<Cidr> cidr(StateResource resource) {
    return index.property(resource, "cidrBlock").flatMap(JsonPart::cidr);
  }
}
