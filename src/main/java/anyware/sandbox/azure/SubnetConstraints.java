package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the API refuses of subnets, alone and inside their network. */
final class SubnetConstraints {
  private SubnetConstraints() {}

  /**
   * Looks at a subnet that stands on its own.
   *
   * @param request the request
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    Props subnet = request.inputs();
    List<Refusal> found = new ArrayList<>(alone(request, subnet, "", request.id()));
    String name = subnet.text("subnetName", "");
    request
        .find(VirtualNetworks.VIRTUAL_NETWORK, Subnets.network(subnet))
        .ifPresent(
            network -> {
              Map<String, List<String>> others = inside(request, network);
              request.old().ifPresent(old -> others.remove(old.id()));
              found.addAll(among(name, AddressPrefixes.ofSubnet(subnet), others.values(), network));
              found.addAll(
                  elsewhere(request, subnet, "", CommonProperties.region(network.inputs())));
              found.addAll(natOfAnother(request, subnet, "", network.id()));
            });
    found.addAll(besideBasic(request, subnet));
    request.old().ifPresent(old -> found.addAll(SubnetUse.lost(request, old, subnet)));
    return found;
  }

  /**
   * Looks at the subnets written inside a network.
   *
   * @param request the request for the network
   * @return the reasons to refuse
   */
  static List<Refusal> inline(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Props> subnets = request.inputs().objects("subnets");
    String region = CommonProperties.region(request.inputs());
    String network = request.inputs().text("virtualNetworkName", "");
    List<String> space = request.inputs().texts("addressSpace.addressPrefixes");
    List<List<String>> before = new ArrayList<>();
    for (int i = 0; i < subnets.size(); i++) {
      Props subnet = subnets.get(i);
      String path = "subnets[" + i + "].";
      List<String> ranges = AddressPrefixes.ofSubnet(subnet);
      String name = subnet.text("name", "");
      found.addAll(alone(request, subnet, path, request.id() + "/subnets/" + name));
      found.addAll(placed(path, name, ranges, space, before, network));
      found.addAll(elsewhere(request, subnet, path, region));
      found.addAll(natOfAnother(request, subnet, path, request.id()));
      before.add(ranges);
    }
    return found;
  }

  /**
   * The ranges of a network's subnets, of both ways to write them.
   *
   * @param request the request
   * @param network the network
   * @return the ranges, by the subnet's id
   */
  static Map<String, List<String>> inside(RequestContext request, StoredResource network) {
    Map<String, List<String>> ranges = new TreeMap<>();
    for (Props subnet : network.outputs().objects("subnets")) {
      ranges.put(subnet.text("id", ""), AddressPrefixes.ofSubnet(subnet));
    }
    for (StoredResource subnet : request.all(Subnets.SUBNET)) {
      String own = ResourceIds.canonical(Subnets.network(subnet.inputs()), subnet.settings());
      if (own.equals(ResourceIds.canonical(network.id(), network.settings()))) {
        ranges.put(subnet.id(), AddressPrefixes.ofSubnet(subnet.inputs()));
      }
    }
    return ranges;
  }

  private static List<Refusal> alone(RequestContext request, Props subnet, String path, String id) {
    List<String> ranges = AddressPrefixes.ofSubnet(subnet);
    List<Refusal> found = new ArrayList<>();
    if (ranges.isEmpty()) {
      found.add(
          new Refusal(
              path + "addressPrefix",
              ApiErrors.of(
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
    found.addAll(AddressPrefixes.malformed(ranges, path + "addressPrefix", id, true));
    found.addAll(AddressPrefixes.withoutV4(ranges, path + "addressPrefix", id));
    found.addAll(SpecialSubnets.refusals(subnet, path));
    if (request.inputs().has("subnetName")
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
      String name, List<String> ranges, Iterable<List<String>> others, StoredResource network) {
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
    String invalid = "Subnet '" + name + "' is not valid ";
    String where = " virtual network '" + network + "'.";
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/10826
    if (!AddressPrefixes.within(ranges, space) || !AddressPrefixes.areSubnetSized(ranges)) {
      found.add(
          new Refusal(
              path + "addressPrefix", ApiErrors.of("NetcfgInvalidSubnet", invalid + "in" + where)));
    }
    for (List<String> other : others) {
      if (AddressPrefixes.overlap(ranges, other)) {
        found.add(
            new Refusal(
                path + "addressPrefix",
                ApiErrors.of(
                    "NetcfgSubnetRangesOverlap",
                    invalid
                        + "because its IP address range overlaps with that of an existing subnet in"
                        + where)));
        break;
      }
    }
    return found;
  }

  private static List<Refusal> elsewhere(
      RequestContext request, Props subnet, String path, String region) {
    return Stream.of(
            new Link(NetworkSecurityGroups.NETWORK_SECURITY_GROUP, "networkSecurityGroup.id"),
            new Link(NatGateways.NAT_GATEWAY, "natGateway.id"))
        .flatMap(link -> link.elsewhere(request, subnet, path, region))
        .toList();
  }

  /** A subnet's name for an object that must be in its region. */
  private record Link(String kind, String property) {
    Stream<Refusal> elsewhere(RequestContext request, Props subnet, String path, String region) {
      String id = subnet.text(property, "");
      return request
          .find(kind, id)
          .filter(found -> !CommonProperties.region(found.inputs()).equals(region))
          .map(found -> new Refusal(path + property, ApiErrors.notFound(id, request.id())))
          .stream();
    }
  }

  /** https://github.com/microsoft/azure_arc/issues/3288 */
  private static List<Refusal> natOfAnother(
      RequestContext request, Props subnet, String path, String network) {
    return request.find(NatGateways.NAT_GATEWAY, subnet.text("natGateway.id", "")).stream()
        .flatMap(
            gateway ->
                request.referrers(gateway).stream()
                    .flatMap(user -> network(request, user).stream())
                    .map(StoredResource::id)
                    .filter(other -> !other.equalsIgnoreCase(network))
                    .distinct()
                    .map(other -> natOfAnother(gateway.id(), other, network)))
        .map(message -> new Refusal(path + "natGateway.id", message))
        .toList();
  }

  private static Optional<StoredResource> network(RequestContext request, StoredResource user) {
    return user.type().equals(VirtualNetworks.VIRTUAL_NETWORK)
        ? Optional.of(user)
        : Subnets.networkOf(request, user.id());
  }

  private static String natOfAnother(String gateway, String other, String network) {
    return ApiErrors.of(
        "NatGatewayCannotBeUsedBySubnetsBelongingToDifferentVirtualNetworks",
        "NAT Gateway cannot be configured on multiple virtual networks. NAT Gateway "
            + gateway
            + " is currently used on virtual network "
            + other
            + " and cannot be added to virtual network "
            + network
            + ".");
  }

  /** A NAT gateway takes Standard resources only. */
  private static List<Refusal> besideBasic(RequestContext request, Props subnet) {
    return request.old().filter(old -> subnet.has("natGateway")).stream()
        .flatMap(old -> request.referrers(old).stream())
        .filter(user -> user.type().equals(LoadBalancers.LOAD_BALANCER))
        .filter(user -> !Skus.isStandard(user.inputs()))
        .map(user -> new Refusal("natGateway.id", Subnets.natBesideBasic(request.id(), user.id())))
        .toList();
  }
}
