package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import com.pulumi.azurenative.Provider;
import com.pulumi.azurenative.ProviderArgs;
import com.pulumi.azurenative.network.ApplicationSecurityGroup;
import com.pulumi.azurenative.network.ApplicationSecurityGroupArgs;
import com.pulumi.azurenative.network.LoadBalancerArgs;
import com.pulumi.azurenative.network.NetworkSecurityGroup;
import com.pulumi.azurenative.network.NetworkSecurityGroupArgs;
import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.azurenative.network.PublicIPAddressArgs;
import com.pulumi.azurenative.network.Subnet;
import com.pulumi.azurenative.network.SubnetArgs;
import com.pulumi.azurenative.network.VirtualNetworkArgs;
import com.pulumi.azurenative.network.inputs.AddressSpaceArgs;
import com.pulumi.azurenative.network.inputs.BackendAddressPoolArgs;
import com.pulumi.azurenative.network.inputs.FrontendIPConfigurationArgs;
import com.pulumi.azurenative.network.inputs.LoadBalancerSkuArgs;
import com.pulumi.azurenative.network.inputs.LoadBalancingRuleArgs;
import com.pulumi.azurenative.network.inputs.ProbeArgs;
import com.pulumi.azurenative.network.inputs.PublicIPAddressSkuArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A site's resources on Azure, all children of one component that is named by the site. Machines
 * that are attached from outside (to a subnet, an application security group, an address or the
 * backend pool) stay attached when the stack changes.
 */
public final class SiteComponent extends ComponentResource {
  private final Plan plan;
  private final Map<String, String> tags;
  private final CustomResourceOptions child;
  private final Output<String> resourceGroup;
  private final Map<Role, Output<String>> applicationGroups = new EnumMap<>(Role.class);
  private final Map<Role, Output<String>> groups = new EnumMap<>(Role.class);
  private final Map<String, Output<?>> outputs = new TreeMap<>();

  /**
   * Registers everything that the plan asks for.
   *
   * @param plan a plan without problems
   */
  public SiteComponent(Plan plan) {
    super("anyware:network:Azure", plan.place().site());
    this.plan = plan;
    tags = plan.place().tags();
    CustomResourceOptions own = CustomResourceOptions.builder().parent(this).build();
    Provider provider = new Provider(plan.place().site(), ProviderArgs.Empty, own);
    child = CustomResourceOptions.builder().parent(this).provider(provider).build();
    resourceGroup = plan.resourceGroup().accept(this::resourceGroup, Output::of);
    // Before all rules: those of one role name the groups of others.
    plan.roles().forEach(this::applicationGroup);
    Output<String> network = virtualNetwork(plan.network());
    List<Resource> previous = List.of();
    for (RoleGroups ofRole : plan.roles()) {
      previous = List.of(subnet(ofRole, network, group(ofRole), previous));
    }
    outputs.put("groups", byRole(groups));
    outputs.put("applicationGroups", byRole(applicationGroups));
    outputs.put(
        "connectorAddresses",
        Output.all(plan.connectorAddresses().stream().map(name -> ip(address(name))).toList()));
    plan.balancer().ifPresent(balancer -> outputs.put("balancer", balancer(balancer)));
    registerOutputs(outputs());
  }

  /**
   * What the owner needs to attach machines: {@code groups} and {@code applicationGroups} (ids by
   * role), {@code connectorAddresses} in the connectors' order, and {@code balancer} when there is
   * one, with its address and the id of its backend pool.
   */
  public Map<String, Output<?>> outputs() {
    return Collections.unmodifiableMap(outputs);
  }

  private Output<String> resourceGroup(String name) {
    ResourceGroupArgs args = ResourceGroupArgs.builder().location(plan.region()).tags(tags).build();
    return new ResourceGroup(name, args, child).name();
  }

  private void applicationGroup(RoleGroups ofRole) {
    ApplicationSecurityGroupArgs args =
        ApplicationSecurityGroupArgs.builder()
            .resourceGroupName(resourceGroup)
            .location(plan.region())
            .tags(tags)
            .build();
    applicationGroups.put(
        ofRole.role(), new ApplicationSecurityGroup(ofRole.name(), args, child).id());
  }

  private Output<String> group(RoleGroups ofRole) {
    ComponentRules rules = new ComponentRules(applicationGroups);
    NetworkSecurityGroupArgs args =
        NetworkSecurityGroupArgs.builder()
            .resourceGroupName(resourceGroup)
            .location(plan.region())
            .securityRules(ofRole.rules().stream().map(rules::args).toList())
            .tags(tags)
            .build();
    Output<String> id = new NetworkSecurityGroup(ofRole.name(), args, child).id();
    groups.put(ofRole.role(), id);
    return id;
  }

  private Output<String> virtualNetwork(anyware.azure.VirtualNetwork network) {
    VirtualNetworkArgs args =
        VirtualNetworkArgs.builder()
            .resourceGroupName(resourceGroup)
            .location(plan.region())
            .addressSpace(
                AddressSpaceArgs.builder()
                    .addressPrefixes(network.ranges().stream().map(Cidr::toString).toList())
                    .build())
            .tags(tags)
            .build();
    return new com.pulumi.azurenative.network.VirtualNetwork(network.name(), args, child).name();
  }

  /** After the previous one: Azure refuses concurrent changes to the subnets of a network. */
  private Subnet subnet(
      RoleGroups ofRole, Output<String> network, Output<String> group, List<Resource> previous) {
    SubnetArgs args =
        SubnetArgs.builder()
            .resourceGroupName(resourceGroup)
            .virtualNetworkName(network)
            .addressPrefix(ofRole.subnet().toString())
            .networkSecurityGroup(
                com.pulumi.azurenative.network.inputs.NetworkSecurityGroupArgs.builder()
                    .id(group)
                    .build())
            .build();
    CustomResourceOptions after = CustomResourceOptions.builder().dependsOn(previous).build();
    return new Subnet(ofRole.name(), args, CustomResourceOptions.merge(child, after));
  }

  private PublicIPAddress address(String name) {
    PublicIPAddressArgs args =
        PublicIPAddressArgs.builder()
            .resourceGroupName(resourceGroup)
            .location(plan.region())
            .sku(PublicIPAddressSkuArgs.builder().name("Standard").build())
            .publicIPAddressVersion("IPv4")
            .publicIPAllocationMethod("Static")
            .tags(tags)
            .build();
    return new PublicIPAddress(name, args, child);
  }

  private Output<Map<String, Object>> balancer(LoadBalancer balancer) {
    PublicIPAddress address = address(balancer.address());
    Output<BalancerIds> ids = address.id().applyValue(BalancerIds::beside);
    LoadBalancerArgs args =
        LoadBalancerArgs.builder()
            .resourceGroupName(resourceGroup)
            .loadBalancerName(ids.applyValue(BalancerIds::name))
            .location(plan.region())
            .sku(LoadBalancerSkuArgs.builder().name("Standard").build())
            .frontendIPConfigurations(
                FrontendIPConfigurationArgs.builder()
                    .name(BalancerIds.FRONTEND)
                    .publicIPAddress(
                        com.pulumi.azurenative.network.inputs.PublicIPAddressArgs.builder()
                            .id(address.id())
                            .build())
                    .build())
            .backendAddressPools(BackendAddressPoolArgs.builder().name(BalancerIds.POOL).build())
            .probes(
                ProbeArgs.builder()
                    .name(BalancerIds.PROBE)
                    .protocol("Https")
                    .port(balancer.probePort())
                    .requestPath(balancer.probePath())
                    .intervalInSeconds(balancer.probeSeconds())
                    .build())
            .loadBalancingRules(rule(balancer, ids))
            .tags(tags)
            .build();
    // Members join by their own network interfaces; reading them back must not look like a change.
    CustomResourceOptions keepMembers =
        CustomResourceOptions.builder()
            .ignoreChanges("backendAddressPools[0].loadBalancerBackendAddresses")
            .build();
    new com.pulumi.azurenative.network.LoadBalancer(
        balancer.name(), args, CustomResourceOptions.merge(child, keepMembers));
    return Output.tuple(ip(address), ids)
        .applyValue(
            known ->
                Map.of(
                    "layer", balancer.kind().layer().number(),
                    "scheme", balancer.kind().scheme().slug(),
                    "address", known.t1,
                    "backendPool", known.t2.pool()));
  }

  private static LoadBalancingRuleArgs rule(LoadBalancer balancer, Output<BalancerIds> ids) {
    return LoadBalancingRuleArgs.builder()
        .name("sessions")
        .protocol("Tcp")
        .frontendPort(balancer.frontendPort())
        .backendPort(balancer.backendPort())
        .frontendIPConfiguration(part(ids.applyValue(BalancerIds::frontend)))
        .backendAddressPool(part(ids.applyValue(BalancerIds::pool)))
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

  /** A static address is there as soon as its resource is; only a preview can lack it. */
  private static Output<String> ip(PublicIPAddress address) {
    return address.ipAddress().applyValue(ip -> ip.orElse(""));
  }

  private static Output<Map<String, String>> byRole(Map<Role, Output<String>> ids) {
    Output.MapBuilder<String> keyed = Output.mapBuilder();
    ids.forEach((role, id) -> keyed.put(role.key(), id));
    return keyed.build();
  }
}
