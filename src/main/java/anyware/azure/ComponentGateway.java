package anyware.azure;

import anyware.catalogue.Role;
import com.pulumi.azurenative.Utilities;
import com.pulumi.azurenative.network.ApplicationGatewayArgs;
import com.pulumi.azurenative.network.PublicIPAddress;
import com.pulumi.azurenative.network.enums.ResourceIdentityType;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayAutoscaleConfigurationArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayFrontendIPConfigurationArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayIPConfigurationArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewaySkuArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewaySslCertificateArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewaySslPolicyArgs;
import com.pulumi.azurenative.network.inputs.ManagedServiceIdentityArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Registers an application gateway and its public address.
 *
 * @param scope where they are
 * @param network the network, as it is registered
 * @param gateway the gateway
 */
record ComponentGateway(
    ComponentScope scope, ComponentNetwork network, ApplicationGateway gateway) {
  /** The tier without a firewall for requests. */
  static final String STANDARD = "Standard_v2";

  /** The tier with one. */
  static final String FIREWALL = "WAF_v2";

  ComponentBalancer register() {
    PublicIPAddress address =
        new ComponentAddresses(scope)
            .address(gateway.frontend().publicAddress(), scope.ofGateway(gateway));
    Output<GatewayIds> ids = address.id().applyValue(GatewayIds::beside);
    CustomResourceOptions after =
        CustomResourceOptions.builder()
            .dependsOn(network.last())
            .version(Utilities.getVersion())
            .build();
    // Nothing of it is read back, so nothing is converted.
    CustomResource made =
        new CustomResource(
            StateIndex.APPLICATION_GATEWAY,
            gateway.name(),
            args(address, new ComponentGatewayParts(gateway, ids)),
            CustomResourceOptions.merge(scope.guarded(scope.ofGateway(gateway)), after));
    new ComponentLogs(scope).ofGateway(gateway, made.id());
    Output<String> listening =
        gateway
            .privateAddress()
            .map(inside -> Output.of(inside.toString()))
            .orElseGet(() -> ComponentAddresses.ip(address));
    return new ComponentBalancer(
        ids.applyValue(GatewayIds::gateway), ids.applyValue(GatewayIds::pool), listening);
  }

  private ApplicationGatewayArgs args(PublicIPAddress address, ComponentGatewayParts parts) {
    String sku = gateway.firewallPolicy().isPresent() ? FIREWALL : STANDARD;
    Output<String> subnet = subnet();
    ApplicationGatewayArgs.Builder args =
        ApplicationGatewayArgs.builder()
            .resourceGroupName(scope.resourceGroup())
            .applicationGatewayName(parts.ids().applyValue(GatewayIds::name))
            .location(scope.region())
            .sku(ApplicationGatewaySkuArgs.builder().name(sku).tier(sku).build())
            .autoscaleConfiguration(
                ApplicationGatewayAutoscaleConfigurationArgs.builder()
                    .minCapacity(gateway.capacity().min())
                    .maxCapacity(gateway.capacity().max())
                    .build())
            .identity(
                ManagedServiceIdentityArgs.builder()
                    .type(ResourceIdentityType.UserAssigned)
                    .userAssignedIdentities(gateway.tls().identity())
                    .build())
            .gatewayIPConfigurations(
                ApplicationGatewayIPConfigurationArgs.builder()
                    .name(GatewayIds.GATEWAY)
                    .subnet(SubResourceArgs.builder().id(subnet).build())
                    .build())
            .frontendIPConfigurations(frontends(address, subnet))
            .sslCertificates(
                ApplicationGatewaySslCertificateArgs.builder()
                    .name(GatewayIds.GATEWAY)
                    .keyVaultSecretId(gateway.tls().secretId())
                    .build())
            .sslPolicy(
                ApplicationGatewaySslPolicyArgs.builder()
                    .policyType("Predefined")
                    .policyName(gateway.tls().policy())
                    .build())
            .enableHttp2(true)
            .frontendPorts(parts.ports())
            .httpListeners(parts.listeners())
            .requestRoutingRules(parts.rules())
            .redirectConfigurations(parts.redirections())
            .backendAddressPools(parts.pool())
            .backendHttpSettingsCollection(parts.settings())
            .probes(parts.probe())
            .trustedRootCertificates(parts.roots())
            .tags(scope.tags());
    gateway
        .firewallPolicy()
        .ifPresent(policy -> args.firewallPolicy(SubResourceArgs.builder().id(policy).build()));
    if (!scope.zones().isEmpty()) {
      args.zones(scope.zones());
    }
    return args.build();
  }

  private Output<String> subnet() {
    return gateway
        .frontend()
        .subnet()
        .fold(
            outside -> {
              throw new IllegalStateException("no gateway's place: " + outside);
            },
            inside -> Objects.requireNonNull(network.subnets().get(Role.BALANCER)),
            inside -> Output.of(inside.subnet()));
  }

  private List<ApplicationGatewayFrontendIPConfigurationArgs> frontends(
      PublicIPAddress address, Output<String> subnet) {
    List<ApplicationGatewayFrontendIPConfigurationArgs> frontends = new ArrayList<>();
    frontends.add(
        ApplicationGatewayFrontendIPConfigurationArgs.builder()
            .name(GatewayIds.PUBLIC)
            .publicIPAddress(SubResourceArgs.builder().id(address.id()).build())
            .build());
    gateway
        .privateAddress()
        .ifPresent(
            inside ->
                frontends.add(
                    ApplicationGatewayFrontendIPConfigurationArgs.builder()
                        .name(GatewayIds.PRIVATE)
                        .subnet(SubResourceArgs.builder().id(subnet).build())
                        .privateIPAllocationMethod("Static")
                        .privateIPAddress(inside.toString())
                        .build()));
    return frontends;
  }
}
