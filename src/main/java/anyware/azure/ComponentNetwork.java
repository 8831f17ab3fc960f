package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import com.pulumi.azurenative.network.NatGatewayArgs;
import com.pulumi.azurenative.network.SubnetArgs;
import com.pulumi.azurenative.network.VirtualNetwork;
import com.pulumi.azurenative.network.VirtualNetworkArgs;
import com.pulumi.azurenative.network.inputs.AddressSpaceArgs;
import com.pulumi.azurenative.network.inputs.NatGatewaySkuArgs;
import com.pulumi.azurenative.network.inputs.NetworkSecurityGroupArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The network of a site, as it is once it is registered.
 *
 * @param id its id
 * @param subnets the ids of the subnets that were made, by role
 * @param last what must be done before anything else in the network is touched: Azure refuses
 *     concurrent changes
 */
record ComponentNetwork(Output<String> id, Map<Role, Output<String>> subnets, List<Resource> last) {

  /** Registers a network that the plan makes; of one that is there, nothing. */
  static ComponentNetwork register(ComponentScope scope, ComponentGroups groups) {
    return scope
        .plan()
        .network()
        .fold(
            created -> create(scope, groups, created),
            existing -> new ComponentNetwork(Output.of(existing.id()), Map.of(), List.of()));
  }

  private static ComponentNetwork create(
      ComponentScope scope, ComponentGroups groups, Network.Created network) {
    Optional<Output<String>> nat = network.nat().map(gateway -> gateway(scope, gateway));
    VirtualNetworkArgs args =
        VirtualNetworkArgs.builder()
            .resourceGroupName(scope.resourceGroup())
            .location(scope.region())
            .addressSpace(
                AddressSpaceArgs.builder()
                    .addressPrefixes(network.ranges().stream().map(Cidr::toString).toList())
                    .build())
            .tags(scope.tags())
            .build();
    VirtualNetwork made =
        new VirtualNetwork(network.name(), args, scope.guarded(scope.ofNetwork()));
    Map<Role, Output<String>> ids = new EnumMap<>(Role.class);
    List<Resource> last = List.of();
    for (Subnet subnet : network.perRole()) {
      Output<String> group = Objects.requireNonNull(groups.network().get(subnet.role()));
      var next = subnet(scope, subnet, made.name(), group, nat.filter(way -> subnet.nat()), last);
      ids.put(subnet.role(), next.id());
      last = List.of(next);
    }
    return new ComponentNetwork(made.id(), ids, last);
  }

  /** Its address is bound to the network as it is: an address has one user at a time. */
  private static Output<String> gateway(ComponentScope scope, NatGateway gateway) {
    Output<String> address =
        new ComponentAddresses(scope).address(gateway.address(), scope.ofNetwork()).id();
    NatGatewayArgs args =
        NatGatewayArgs.builder()
            .resourceGroupName(scope.resourceGroup())
            .location(scope.region())
            .sku(NatGatewaySkuArgs.builder().name("Standard").build())
            .publicIpAddresses(reference(address))
            .tags(scope.tags())
            .build();
    return new com.pulumi.azurenative.network.NatGateway(gateway.name(), args, scope.ofNetwork())
        .id();
  }

  /**
   * One of the two properties has the prefixes: of a subnet with both Azure takes the first alone
   * (https://github.com/hashicorp/terraform-provider-azurerm/pull/10825).
   */
  private static com.pulumi.azurenative.network.Subnet subnet(
      ComponentScope scope,
      Subnet subnet,
      Output<String> network,
      Output<String> group,
      Optional<Output<String>> nat,
      List<Resource> previous) {
    SubnetArgs.Builder args =
        SubnetArgs.builder()
            .resourceGroupName(scope.resourceGroup())
            .virtualNetworkName(network)
            .networkSecurityGroup(NetworkSecurityGroupArgs.builder().id(group).build());
    List<String> ranges = subnet.ranges().stream().map(Cidr::toString).toList();
    if (ranges.size() == 1) {
      args.addressPrefix(ranges.get(0));
    } else {
      args.addressPrefixes(ranges);
    }
    nat.ifPresent(way -> args.natGateway(reference(way)));
    CustomResourceOptions after = CustomResourceOptions.builder().dependsOn(previous).build();
    return new com.pulumi.azurenative.network.Subnet(
        subnet.name(),
        args.build(),
        CustomResourceOptions.merge(scope.guarded(scope.ofNetwork()), after));
  }

  private static SubResourceArgs reference(Output<String> id) {
    return SubResourceArgs.builder().id(id).build();
  }
}
