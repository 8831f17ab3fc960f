package anyware.aws;

import static anyware.aws.ResourceTypes.SUBNET;

import anyware.json.JsonPart;
import anyware.net.IpAddress;
import anyware.net.MalformedException;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The subnets of a deployed load balancer, with the private addresses that were chosen there.
 *
 * @param subnets the logical names of the site's, the ids of others; sorted
 * @param addresses in the subnets' order; empty where AWS chose
 */
record StateNodes(List<String> subnets, List<IpAddress> addresses) {
  private static final String SUBNETS = "subnets";
  private static final String MAPPINGS = "subnetMappings";

  static StateNodes of(StateIndex index, StateResource balancer) {
    List<JsonPart> mappings = index.items(balancer, MAPPINGS, "subnets");
    List<String> ids =
        Stream.concat(
                mappings.stream().flatMap(mapping -> mapping.text("subnetId").stream()),
                index.ids(balancer, SUBNETS).stream())
            .distinct()
            .toList();
    return ids.contains(StateResource.UNKNOWN)
        ? previewed(index, balancer, mappings)
        : deployed(index, ids, mappings);
  }

  private static StateNodes deployed(StateIndex index, List<String> ids, List<JsonPart> mappings) {
    TreeMap<String, Optional<IpAddress>> nodes = new TreeMap<>();
    for (String id : ids) {
      String name =
          index.all(SUBNET).stream()
              .filter(subnet -> subnet.id().filter(id::equals).isPresent())
              .map(StateResource::name)
              .findFirst()
              .orElse(id);
      nodes.put(
          name,
          mappings.stream()
              .filter(mapping -> mapping.text("subnetId").filter(id::equals).isPresent())
              .flatMap(mapping -> address(mapping).stream())
              .findFirst());
    }
    return new StateNodes(
        List.copyOf(nodes.keySet()), nodes.values().stream().flatMap(Optional::stream).toList());
  }

  /** A preview does not know the ids of subnets, but from where they will come. */
  private static StateNodes previewed(
      StateIndex index, StateResource balancer, List<JsonPart> mappings) {
    List<String> sources = new ArrayList<>(balancer.sourcesOf(SUBNETS));
    sources.addAll(balancer.sourcesOf(MAPPINGS));
    return new StateNodes(
        index.all(SUBNET).stream()
            .filter(subnet -> sources.contains(subnet.urn()))
            .map(StateResource::name)
            .sorted()
            .toList(),
        mappings.stream().flatMap(mapping -> address(mapping).stream()).toList());
  }

  private static Optional<IpAddress> address(JsonPart mapping) {
    return mapping
        .text("privateIpv4Address")
        .filter(text -> !text.isEmpty())
        .flatMap(StateNodes::parsed);
  }

  private static Optional<IpAddress> parsed(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }
}
