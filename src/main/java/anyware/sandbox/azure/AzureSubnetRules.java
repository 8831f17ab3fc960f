package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the API refuses of subnets, alone and inside their network. */
final class AzureSubnetRules {
  private AzureSubnetRules() {}

  /**
   * Looks at a subnet that stands on its own.
   *
   * @param at the request
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(Situation at) {
    Props subnet = at.inputs();
    List<Refusal> found = new ArrayList<>(alone(at, subnet, "", at.id()));
    String name = subnet.text("subnetName", "");
    at.find(AzureNetworks.NETWORK, AzureSubnets.network(subnet))
        .ifPresent(
            network -> {
              Map<String, List<String>> others = inside(at, network);
              at.old().ifPresent(old -> others.remove(old.id()));
              found.addAll(among(name, AzureRanges.ofSubnet(subnet), others.values(), network));
              found.addAll(elsewhere(at, subnet, "", AzureProperties.region(network.inputs())));
            });
    at.old()
        .filter(old -> moved(old, subnet) && !at.referrers(old).isEmpty())
        .ifPresent(
            old ->
                found.add(
                    new Refusal(
                        "addressPrefix",
                        AzureErrors.of(
                            "InUseSubnetCannotBeUpdated",
                            "Subnet " + name + " is in use and cannot be updated."))));
    return found;
  }

  /**
   * Looks at the subnets written inside a network.
   *
   * @param at the request for the network
   * @return the reasons to refuse
   */
  static List<Refusal> inline(Situation at) {
    List<Refusal> found = new ArrayList<>();
    List<Props> subnets = at.inputs().objects("subnets");
    String region = AzureProperties.region(at.inputs());
    String network = at.inputs().text("virtualNetworkName", "");
    List<String> space = at.inputs().texts("addressSpace.addressPrefixes");
    List<List<String>> before = new ArrayList<>();
    for (int i = 0; i < subnets.size(); i++) {
      Props subnet = subnets.get(i);
      String path = "subnets[" + i + "].";
      List<String> ranges = AzureRanges.ofSubnet(subnet);
      String name = subnet.text("name", "");
      found.addAll(alone(at, subnet, path, at.id() + "/subnets/" + name));
      found.addAll(placed(path, name, ranges, space, before, network));
      found.addAll(elsewhere(at, subnet, path, region));
      before.add(ranges);
    }
    return found;
  }

  /**
   * The ranges of a network's subnets, of both ways to write them.
   *
   * @param at the request
   * @param network the network
   * @return the ranges, by the subnet's id
   */
  static Map<String, List<String>> inside(Situation at, Stored network) {
    Map<String, List<String>> ranges = new TreeMap<>();
    for (Props subnet : network.outputs().objects("subnets")) {
      ranges.put(subnet.text("id", ""), AzureRanges.ofSubnet(subnet));
    }
    for (Stored subnet : at.all(AzureSubnets.SUBNET)) {
      String own = AzureNames.canonical(AzureSubnets.network(subnet.inputs()), subnet.settings());
      if (own.equals(AzureNames.canonical(network.id(), network.settings()))) {
        ranges.put(subnet.id(), AzureRanges.ofSubnet(subnet.inputs()));
      }
    }
    return ranges;
  }

  private static List<Refusal> alone(Situation at, Props subnet, String path, String id) {
    List<String> ranges = AzureRanges.ofSubnet(subnet);
    List<Refusal> found = new ArrayList<>();
    if (ranges.isEmpty()) {
      found.add(
          new Refusal(
              path + "addressPrefix",
              AzureErrors.of(
                  "AddressPrefixStringCannotBeNullOrEmpty",
                  "Address prefix string for resource " + id + " cannot be null or empty.")));
    }
    if (subnet.has("addressPrefix") && subnet.has("addressPrefixes")) {
      found.add(
          new Refusal(
              path + "addressPrefixes",
              "Invalid configuration on subnet "
                  + id
                  + "; cannot populate both address prefix and address prefixes."));
    }
    found.addAll(AzureRanges.malformed(ranges, path + "addressPrefix", id, true));
    if (at.inputs().has("subnetName")
        && subnet
            .text("name")
            .filter(name -> !name.equals(subnet.text("subnetName", "")))
            .isPresent()) {
      found.add(
          new Refusal("name", "The resource name of the request does not match that of " + id));
    }
    return found;
  }

  private static List<Refusal> among(
      String name, List<String> ranges, Iterable<List<String>> others, Stored network) {
    return placed(
        "",
        name,
        ranges,
        network.inputs().texts("addressSpace.addressPrefixes"),
        others,
        network.inputs().text("virtualNetworkName", ""));
  }

  private static List<Refusal> placed(
      String path,
      String name,
      List<String> ranges,
      List<String> space,
      Iterable<List<String>> others,
      String network) {
    List<Refusal> found = new ArrayList<>();
    String invalid = "Subnet '" + name + "' is not valid because its IP address range ";
    String where = " virtual network '" + network + "'.";
    if (!AzureRanges.within(ranges, space)) {
      found.add(
          new Refusal(
              path + "addressPrefix",
              AzureErrors.of(
                  "NetcfgSubnetRangeOutsideVnet",
                  invalid + "is outside the IP address range of" + where)));
    }
    for (List<String> other : others) {
      if (AzureRanges.overlap(ranges, other)) {
        found.add(
            new Refusal(
                path + "addressPrefix",
                AzureErrors.of(
                    "NetcfgSubnetRangesOverlap",
                    invalid + "overlaps with that of an existing subnet in" + where)));
        break;
      }
    }
    return found;
  }

  private static List<Refusal> elsewhere(Situation at, Props subnet, String path, String region) {
    String filter = subnet.text("networkSecurityGroup.id", "");
    return at.find(AzureFilters.FILTER, filter)
        .filter(found -> !AzureProperties.region(found.inputs()).equals(region))
        .map(
            found ->
                List.of(
                    new Refusal(
                        path + "networkSecurityGroup.id", AzureErrors.notFound(filter, at.id()))))
        .orElse(List.of());
  }

  private static boolean moved(Stored old, Props subnet) {
    return !AzureRanges.ofSubnet(old.inputs()).equals(AzureRanges.ofSubnet(subnet));
  }
}
