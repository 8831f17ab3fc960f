package anyware.gcp;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a site has for its owner. What there is nothing of is left out. */
final class ComponentOutputs {
  private final Plan plan;
  private final ComponentNetwork network;

  private ComponentOutputs(Plan plan, ComponentNetwork network) {
    this.plan = plan;
    this.network = network;
  }

  /**
   * The outputs.
   *
   * @param connectorAddresses in the connectors' order
   * @param balancer the balancer's, when there is one
   */
  static Map<String, Output<?>> of(
      Plan plan,
      ComponentNetwork network,
      List<Address> connectorAddresses,
      Optional<Output<Map<String, Object>>> balancer) {
    ComponentOutputs outputs = new ComponentOutputs(plan, network);
    Map<String, Output<?>> built = new TreeMap<>();
    built.put("network", outputs.network());
    built.put("subnets", outputs.subnets());
    built.put("groups", Output.of(outputs.groups()));
    built.put(
        "connectorAddresses",
        Output.all(connectorAddresses.stream().map(ComponentOutputs::connectorAddress).toList()));
    balancer.ifPresent(made -> built.put("balancer", made));
    return Collections.unmodifiableMap(built);
  }

  /** One output of many, under the same keys and in the same order. */
  static Output<Map<String, Object>> structure(Map<String, Output<?>> members) {
    List<String> keys = List.copyOf(members.keySet());
    List<Output<Object>> values = new ArrayList<>();
    members.values().forEach(member -> values.add(member.applyValue(value -> value)));
    return Output.all(values)
        .applyValue(
            resolved -> {
              Map<String, Object> structure = new LinkedHashMap<>();
              for (int i = 0; i < keys.size(); i++) {
                structure.put(keys.get(i), resolved.get(i));
              }
              return structure;
            });
  }

  private Output<Map<String, Object>> network() {
    Map<String, Output<?>> members = new LinkedHashMap<>();
    members.put("id", network.link());
    List<String> ranges = texts(plan.networkRanges());
    if (!ranges.isEmpty()) {
      members.put("ranges", Output.of(ranges));
    }
    return structure(members);
  }

  private Output<Map<String, Object>> subnets() {
    Map<String, Output<?>> subnets = new TreeMap<>();
    plan.subnets()
        .byRole()
        .forEach((role, ranges) -> subnets.put(role.key(), subnets(role, texts(ranges))));
    if (plan.balancer().filter(LoadBalancer::isInSubnetwork).isPresent()) {
      network
          .balancerSubnetwork()
          .map(link -> structure(Map.of("id", link)))
          .ifPresent(subnet -> subnets.put(Role.BALANCER.key(), Output.all(List.of(subnet))));
    }
    return structure(subnets);
  }

  private Output<List<Map<String, Object>>> subnets(Role role, List<String> ranges) {
    List<Output<Map<String, Object>>> all = new ArrayList<>();
    for (String range : ranges) {
      Map<String, Output<?>> members = new LinkedHashMap<>();
      Optional.ofNullable(network.subnetworks().get(role))
          .ifPresent(link -> members.put("id", link));
      members.put("range", Output.of(range));
      Optional.ofNullable(network.ipv6Ranges().get(role))
          .ifPresent(ipv6 -> members.put("ipv6Range", ipv6));
      all.add(structure(members));
    }
    return Output.all(all);
  }

  private Map<String, String> groups() {
    Map<String, String> groups = new TreeMap<>();
    plan.tags().forEach((role, tag) -> groups.put(role.key(), tag));
    return groups;
  }

  private static Output<Map<String, Object>> connectorAddress(Address address) {
    Map<String, Output<?>> members = new LinkedHashMap<>();
    members.put("address", address.address());
    members.put("id", address.selfLink());
    return structure(members);
  }

  private static List<String> texts(List<Cidr> ranges) {
    return ranges.stream().map(Cidr::toString).toList();
  }
}
