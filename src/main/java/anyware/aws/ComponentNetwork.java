package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The site's network, whoever made it, as the other parts of a site need it.
 *
 * @param plan the site's plan
 * @param made what was registered of it; absent where the network is there
 * @param id the VPC's id
 */
record ComponentNetwork(Plan plan, Optional<ComponentVpc> made, Output<String> id) {
  private static final String IPV6 = "ipv6Range";

  /** Registers the network that is planned; nothing of one that is there. */
  static ComponentNetwork of(ComponentScope scope, Plan plan) {
    return plan.network()
        .fold(
            created -> {
              String former = NetworkPlanner.formerPrivateRoutes(plan.place());
              ComponentVpc vpc = new ComponentVpc(scope, created, former);
              return new ComponentNetwork(plan, Optional.of(vpc), vpc.id());
            },
            existing -> new ComponentNetwork(plan, Optional.empty(), Output.of(existing.id())));
  }

  /** The id of a subnet, as a balancer names it. */
  Output<String> subnet(String name) {
    return made.map(vpc -> vpc.subnet(name)).orElseGet(() -> Output.of(name));
  }

  /** What must be there before something is reachable from the internet. */
  Resource[] publicWay() {
    return made.map(ComponentVpc::publicWay).orElseGet(() -> new Resource[0]);
  }

  /** What must be there before an address can be given to a machine, and go after it. */
  Resource[] gateway() {
    return made.map(vpc -> new Resource[] {vpc.internetGateway()}).orElseGet(() -> new Resource[0]);
  }

  /** The site's outputs {@code network}, {@code subnets} and {@code routeTables}. */
  Map<String, Output<?>> outputs() {
    Map<String, Output<?>> outputs = new LinkedHashMap<>();
    Map<String, Output<?>> network = new LinkedHashMap<>();
    network.put("id", id);
    if (!plan.networkRanges().isEmpty()) {
      network.put("ranges", Output.of(plan.networkRanges().stream().map(Cidr::toString).toList()));
    }
    outputs.put("network", ComponentOutputs.structure(network));
    outputs.put("subnets", ComponentOutputs.structure(subnets()));
    made.ifPresent(vpc -> outputs.put("routeTables", vpc.routeTables()));
    return outputs;
  }

  private Map<String, Output<?>> subnets() {
    Map<String, Output<?>> subnets = new LinkedHashMap<>();
    plan.roleSubnets()
        .byRole()
        .forEach(
            (role, ranges) -> {
              List<Output<?>> ofRole = new ArrayList<>();
              ranges.forEach(range -> ofRole.add(subnet(range)));
              subnets.put(role.key(), ComponentOutputs.list(ofRole));
            });
    if (made.isEmpty()) {
      plan.balancer()
          .map(balancer -> balancer.subnets().stream().map(ComponentNetwork::known).toList())
          .ifPresent(ids -> subnets.put(Role.BALANCER.key(), ComponentOutputs.list(ids)));
    }
    return subnets;
  }

  private static Output<Map<String, Object>> known(String id) {
    return ComponentOutputs.structure(Map.of("id", Output.of(id)));
  }

  /** Of a network that is there nobody named the subnets that machines are in. */
  private Output<Map<String, Object>> subnet(Cidr range) {
    Map<String, Output<?>> members = new LinkedHashMap<>();
    plan.network().<List<Subnet>>fold(Vpc::subnets, existing -> List.of()).stream()
        .filter(subnet -> subnet.cidr().equals(range))
        .findFirst()
        .map(Subnet::name)
        .ifPresent(
            name -> {
              members.put("id", subnet(name));
              made.flatMap(vpc -> vpc.ipv6Range(name)).ifPresent(ipv6 -> members.put(IPV6, ipv6));
            });
    members.put("range", Output.of(range.toString()));
    return ComponentOutputs.structure(members);
  }
}
