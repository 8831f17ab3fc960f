package anyware.azure;

import com.pulumi.azurenative.network.inputs.ApplicationGatewayBackendAddressArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayBackendAddressPoolArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayBackendHttpSettingsArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayFrontendPortArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayHttpListenerArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayProbeArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayProbeHealthResponseMatchArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayRedirectConfigurationArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayRequestRoutingRuleArgs;
import com.pulumi.azurenative.network.inputs.ApplicationGatewayTrustedRootCertificateArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The parts of an application gateway between its listeners and the connectors.
 *
 * @param gateway the gateway
 * @param ids the ids of its parts
 */
record ComponentGatewayParts(ApplicationGateway gateway, Output<GatewayIds> ids) {

  private SubResourceArgs part(Function<GatewayIds, String> which) {
    return SubResourceArgs.builder().id(ids.applyValue(which)).build();
  }

  List<ApplicationGatewayFrontendPortArgs> ports() {
    List<ApplicationGatewayFrontendPortArgs> ports = new ArrayList<>();
    ports.add(port(GatewayIds.SESSIONS, gateway.port()));
    gateway.redirectPort().ifPresent(legacy -> ports.add(port(GatewayIds.LEGACY, legacy)));
    return ports;
  }

  private static ApplicationGatewayFrontendPortArgs port(String name, int port) {
    return ApplicationGatewayFrontendPortArgs.builder().name(name).port(port).build();
  }

  /** An internal gateway listens at its private address alone. */
  List<ApplicationGatewayHttpListenerArgs> listeners() {
    List<ApplicationGatewayHttpListenerArgs> listeners = new ArrayList<>();
    listeners.add(
        listener(GatewayIds.SESSIONS, "Https")
            .sslCertificate(part(GatewayIds::certificate))
            .build());
    gateway
        .redirectPort()
        .ifPresent(legacy -> listeners.add(listener(GatewayIds.LEGACY, "Http").build()));
    return listeners;
  }

  private ApplicationGatewayHttpListenerArgs.Builder listener(String name, String protocol) {
    String frontend = gateway.privateAddress().isPresent() ? GatewayIds.PRIVATE : GatewayIds.PUBLIC;
    return ApplicationGatewayHttpListenerArgs.builder()
        .name(name)
        .protocol(protocol)
        .frontendIPConfiguration(part(known -> known.frontend(frontend)))
        .frontendPort(part(known -> known.port(name)));
  }

  List<ApplicationGatewayRequestRoutingRuleArgs> rules() {
    List<ApplicationGatewayRequestRoutingRuleArgs> rules = new ArrayList<>();
    rules.add(
        rule(GatewayIds.SESSIONS, GatewayIds.SESSIONS_FIRST)
            .backendAddressPool(part(GatewayIds::pool))
            .backendHttpSettings(part(GatewayIds::settings))
            .build());
    gateway
        .redirectPort()
        .ifPresent(
            legacy ->
                rules.add(
                    rule(GatewayIds.LEGACY, GatewayIds.LEGACY_LAST)
                        .redirectConfiguration(part(GatewayIds::redirection))
                        .build()));
    return rules;
  }

  private ApplicationGatewayRequestRoutingRuleArgs.Builder rule(String name, int priority) {
    return ApplicationGatewayRequestRoutingRuleArgs.builder()
        .name(name)
        .ruleType("Basic")
        .priority(priority)
        .httpListener(part(known -> known.listener(name)));
  }

  List<ApplicationGatewayRedirectConfigurationArgs> redirections() {
    return gateway.redirectPort().stream()
        .map(
            legacy ->
                ApplicationGatewayRedirectConfigurationArgs.builder()
                    .name(GatewayIds.LEGACY)
                    .redirectType("Permanent")
                    .targetListener(part(known -> known.listener(GatewayIds.SESSIONS)))
                    .includePath(true)
                    .includeQueryString(true)
                    .build())
        .toList();
  }

  /** Machines that join by their interfaces are not asked for, and stay. */
  ApplicationGatewayBackendAddressPoolArgs pool() {
    ApplicationGatewayBackendAddressPoolArgs.Builder pool =
        ApplicationGatewayBackendAddressPoolArgs.builder().name(GatewayIds.POOL);
    List<ApplicationGatewayBackendAddressArgs> targets =
        gateway.targets().stream()
            .map(
                target ->
                    ApplicationGatewayBackendAddressArgs.builder()
                        .ipAddress(target.toString())
                        .build())
            .toList();
    return (targets.isEmpty() ? pool : pool.backendAddresses(targets)).build();
  }

  ApplicationGatewayBackendHttpSettingsArgs settings() {
    GatewayBackend backend = gateway.backend();
    ApplicationGatewayBackendHttpSettingsArgs.Builder settings =
        ApplicationGatewayBackendHttpSettingsArgs.builder()
            .name(GatewayIds.SESSIONS)
            .port(backend.port())
            .protocol("Https")
            .cookieBasedAffinity("Enabled")
            .requestTimeout(GatewayBackend.ANSWER_SECONDS)
            .probe(part(GatewayIds::probe));
    backend
        .hostName()
        .ifPresentOrElse(settings::hostName, () -> settings.pickHostNameFromBackendAddress(true));
    if (backend.trustedRoot().isPresent()) {
      settings.trustedRootCertificates(part(GatewayIds::root));
    }
    return settings.build();
  }

  ApplicationGatewayProbeArgs probe() {
    GatewayBackend backend = gateway.backend();
    return ApplicationGatewayProbeArgs.builder()
        .name(GatewayIds.PROBE)
        .protocol("Https")
        .path(backend.probePath())
        .interval(backend.intervalSeconds())
        .timeout(backend.timeoutSeconds())
        .unhealthyThreshold(backend.unhealthyAfter())
        .pickHostNameFromBackendHttpSettings(true)
        .match(ApplicationGatewayProbeHealthResponseMatchArgs.builder().statusCodes("200").build())
        .build();
  }

  List<ApplicationGatewayTrustedRootCertificateArgs> roots() {
    return gateway.backend().trustedRoot().stream()
        .map(
            root -> {
              ApplicationGatewayTrustedRootCertificateArgs.Builder args =
                  ApplicationGatewayTrustedRootCertificateArgs.builder().name(GatewayIds.ROOT);
              return (GatewayBackend.isSecret(root) ? args.keyVaultSecretId(root) : args.data(root))
                  .build();
            })
        .toList();
  }
}
