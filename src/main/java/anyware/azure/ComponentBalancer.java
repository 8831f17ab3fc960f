package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.IpAddress;
import com.pulumi.azurenative.network.LoadBalancerArgs;
import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.azurenative.network.inputs.BackendAddressPoolArgs;
import com.pulumi.azurenative.network.inputs.FrontendIPConfigurationArgs;
import com.pulumi.azurenative.network.inputs.LoadBalancerBackendAddressArgs;
import com.pulumi.azurenative.network.inputs.LoadBalancerSkuArgs;
import com.pulumi.azurenative.network.inputs.LoadBalancingRuleArgs;
import com.pulumi.azurenative.network.inputs.ProbeArgs;
import com.pulumi.azurenative.network.inputs.PublicIPAddressArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.azurenative.network.inputs.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The balancer of a site, as it is once it is registered.
 *
 * @param id its id
 * @param pool the id of the backend pool that its rule uses
 * @param address where it listens
 */
record ComponentBalancer(Output<String> id, Output<String> pool, Output<String> address) {

  /** Registers the balancer. */
  static ComponentBalancer register(
      ComponentScope scope,
      ComponentGroups groups,
      ComponentNetwork network,
      SiteBalancer balancer) {
    return balancer.fold(
        passing -> register(scope, groups, network, passing),
        gateway -> new ComponentGateway(scope, network, gateway).register());
  }

  private static ComponentBalancer register(
      ComponentScope scope,
      ComponentGroups groups,
      ComponentNetwork network,
      LoadBalancer balancer) {
    return balancer
        .frontend()
        .fold(
            outside -> outside(scope, network, balancer, outside),
            inside ->
                inside(
                    scope,
                    groups,
                    network,
                    balancer,
                    Objects.requireNonNull(network.subnets().get(Role.CONNECTOR))),
            inside -> inside(scope, groups, network, balancer, Output.of(inside.subnet())));
  }

  private static ComponentBalancer outside(
      ComponentScope scope,
      ComponentNetwork network,
      LoadBalancer balancer,
      Frontend.Public frontend) {
    PublicIPAddress address =
        new ComponentAddresses(scope).address(frontend.address(), scope.ofRegion());
    FrontendIPConfigurationArgs listening =
        FrontendIPConfigurationArgs.builder()
            .name(BalancerIds.FRONTEND)
            .publicIPAddress(PublicIPAddressArgs.builder().id(address.id()).build())
            .build();
    Output<BalancerIds> ids = address.id().applyValue(BalancerIds::beside);
    make(scope, network, balancer, ids, listening);
    return new ComponentBalancer(
        ids.applyValue(BalancerIds::balancer), pool(balancer, ids), ComponentAddresses.ip(address));
  }

  private static ComponentBalancer inside(
      ComponentScope scope,
      ComponentGroups groups,
      ComponentNetwork network,
      LoadBalancer balancer,
      Output<String> subnet) {
    FrontendIPConfigurationArgs.Builder listening =
        FrontendIPConfigurationArgs.builder()
            .name(BalancerIds.FRONTEND)
            .subnet(SubnetArgs.builder().id(subnet).build())
            .privateIPAddressVersion("IPv4");
    balancer
        .privateAddress()
        .map(IpAddress::toString)
        .ifPresentOrElse(
            address -> listening.privateIPAllocationMethod("Static").privateIPAddress(address),
            () -> listening.privateIPAllocationMethod("Dynamic"));
    if (!scope.zones().isEmpty()) {
      listening.zones(scope.zones());
    }
    Output<BalancerIds> ids =
        Objects.requireNonNull(groups.application().get(Role.CONNECTOR))
            .applyValue(BalancerIds::beside);
    Output<String> address =
        make(scope, network, balancer, ids, listening.build())
            .frontendIPConfigurations()
            .applyValue(
                parts ->
                    parts.stream()
                        .flatMap(List::stream)
                        .flatMap(part -> part.privateIPAddress().stream())
                        .findFirst()
                        .orElse(""));
    return new ComponentBalancer(
        ids.applyValue(BalancerIds::balancer), pool(balancer, ids), address);
  }

  private static com.pulumi.azurenative.network.LoadBalancer make(
      ComponentScope scope,
      ComponentNetwork network,
      LoadBalancer balancer,
      Output<BalancerIds> ids,
      FrontendIPConfigurationArgs frontend) {
    LoadBalancerArgs args =
        LoadBalancerArgs.builder()
            .resourceGroupName(scope.resourceGroup())
            .loadBalancerName(ids.applyValue(BalancerIds::name))
            .location(scope.region())
            .sku(LoadBalancerSkuArgs.builder().name("Standard").build())
            .frontendIPConfigurations(frontend)
            .backendAddressPools(pools(balancer, network.id()))
            .probes(probe(balancer))
            .loadBalancingRules(rule(balancer, ids))
            .tags(scope.tags())
            .build();
    // Members join by their own network interfaces; reading them back must not look like a change.
    CustomResourceOptions keepMembers =
        CustomResourceOptions.builder()
            .ignoreChanges("backendAddressPools[0].loadBalancerBackendAddresses")
            .dependsOn(network.last())
            .build();
    return new com.pulumi.azurenative.network.LoadBalancer(
        balancer.name(),
        args,
        CustomResourceOptions.merge(scope.guarded(scope.ofBalancer(balancer)), keepMembers));
  }

  private static ProbeArgs probe(LoadBalancer balancer) {
    ProbeArgs.Builder args =
        ProbeArgs.builder()
            .name(BalancerIds.PROBE)
            .protocol("Https")
            .port(balancer.probePort())
            .requestPath(balancer.probePath())
            .intervalInSeconds(balancer.probeSeconds());
    if (balancer.probeThreshold() != LoadBalancer.USUAL_THRESHOLD) {
      args.probeThreshold(balancer.probeThreshold());
    }
    return args.build();
  }

  private static List<BackendAddressPoolArgs> pools(LoadBalancer balancer, Output<String> network) {
    List<BackendAddressPoolArgs> pools = new ArrayList<>();
    pools.add(BackendAddressPoolArgs.builder().name(BalancerIds.POOL).build());
    if (!balancer.targets().isEmpty()) {
      pools.add(
          BackendAddressPoolArgs.builder()
              .name(BalancerIds.TARGETS)
              .loadBalancerBackendAddresses(
                  balancer.targets().stream().map(target -> target(target, network)).toList())
              .build());
    }
    return pools;
  }

  private static LoadBalancerBackendAddressArgs target(IpAddress target, Output<String> network) {
    return LoadBalancerBackendAddressArgs.builder()
        .name(target.toString())
        .ipAddress(target.toString())
        .virtualNetwork(part(network))
        .build();
  }

  private static Output<String> pool(LoadBalancer balancer, Output<BalancerIds> ids) {
    return ids.applyValue(known -> balancer.targets().isEmpty() ? known.pool() : known.targets());
  }

  private static LoadBalancingRuleArgs rule(LoadBalancer balancer, Output<BalancerIds> ids) {
    return LoadBalancingRuleArgs.builder()
        .name("sessions")
        .protocol("Tcp")
        .frontendPort(balancer.frontendPort())
        .backendPort(balancer.backendPort())
        .frontendIPConfiguration(part(ids.applyValue(BalancerIds::frontend)))
        .backendAddressPool(part(pool(balancer, ids)))
        .probe(part(ids.applyValue(BalancerIds::probe)))
        .loadDistribution("SourceIP")
        .idleTimeoutInMinutes(balancer.idleMinutes())
        .enableTcpReset(true)
        .disableOutboundSnat(true)
        .build();
  }

  private static SubResourceArgs part(Output<String> id) {
    return SubResourceArgs.builder().id(id).build();
  }
}
