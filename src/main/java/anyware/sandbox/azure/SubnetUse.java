package anyware.sandbox.azure;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of a subnet's prefixes somebody has addresses of. A subnet in use takes a further prefix
 * (https://learn.microsoft.com/azure/load-balancer/ipv6-add-to-existing-vnet-powershell) and gives
 * one back that nobody uses
 * (https://learn.microsoft.com/azure/virtual-network/how-to-multiple-prefixes-subnet).
 */
final class SubnetUse {
  private SubnetUse() {}

  /**
   * Looks at the prefixes that a subnet would lose.
   *
   * @param request the request that changes it
   * @param old the subnet as it is
   * @param subnet the subnet as it is to be
   */
  static List<Refusal> lost(RequestContext request, StoredResource old, Props subnet) {
    List<CidrBlock> kept = AddressPrefixes.read(AddressPrefixes.ofSubnet(subnet));
    boolean isCut =
        AddressPrefixes.read(AddressPrefixes.ofSubnet(old.inputs())).stream()
            .filter(prefix -> !kept.contains(prefix))
            .anyMatch(prefix -> isUsed(request, old, prefix.isV4()));
    return isCut
        ? List.of(
            new Refusal(
                subnet.has("addressPrefixes") ? "addressPrefixes" : "addressPrefix",
                ApiErrors.of(
                    "InUseSubnetCannotBeUpdated",
                    "Subnet "
                        + subnet.text("subnetName", "")
                        + " is in use and cannot be updated.")))
        : List.of();
  }

  private static boolean isUsed(RequestContext request, StoredResource subnet, boolean v4) {
    return request.referrers(subnet).stream().anyMatch(user -> isUsed(subnet, user, v4));
  }

  /** An application gateway's instances have IPv4 addresses only. */
  private static boolean isUsed(StoredResource subnet, StoredResource user, boolean v4) {
    return switch (user.type()) {
      case LoadBalancers.LOAD_BALANCER, NetworkInterfaces.NETWORK_INTERFACE ->
          Stream.of("frontendIPConfigurations", "ipConfigurations")
              .flatMap(list -> user.inputs().objects(list).stream())
              .filter(one -> isIn(subnet, user, one))
              .anyMatch(one -> isV4(one) == v4);
      case ApplicationGateways.APPLICATION_GATEWAY -> v4;
      default -> true;
    };
  }

  private static boolean isIn(StoredResource subnet, StoredResource user, Props configuration) {
    String id = configuration.text("subnet.id", "");
    return ResourceIds.canonical(id, user.settings())
        .equals(ResourceIds.canonical(subnet.id(), subnet.settings()));
  }

  /** The family of an IP configuration or of a frontend inside a subnet. */
  static boolean isV4(Props configuration) {
    return !CommonShapes.isChosen(configuration, "privateIPAddressVersion", "IPv6");
  }

  /**
   * What is wrong with an IP configuration or a frontend whose subnet has no addresses of its
   * family.
   *
   * @param request the request for its owner
   * @param configuration the configuration
   * @param path its property
   * @param id its id
   */
  static List<Refusal> family(RequestContext request, Props configuration, String path, String id) {
    String subnet = configuration.text("subnet.id", "");
    List<CidrBlock> ranges = AddressPrefixes.read(Subnets.ranges(request, subnet));
    return ranges.isEmpty() || ranges.stream().anyMatch(one -> one.isV4() == isV4(configuration))
        ? List.of()
        : List.of(
            new Refusal(
                path + ".privateIPAddressVersion",
                "IP configuration "
                    + id
                    + " cannot be of "
                    + configuration.text("privateIPAddressVersion", "IPv4")
                    + ": subnet "
                    + subnet
                    + " has no address prefix of that version"));
  }
}
