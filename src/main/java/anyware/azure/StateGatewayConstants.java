package anyware.azure;

import static anyware.azure.StateIndex.ADDRESS;
import static anyware.azure.StateIndex.APPLICATION_GATEWAY;
import static anyware.azure.StateIndex.SUBNET;

import anyware.state.Constants;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is the same of every application gateway, and what {@link ComponentGateway} makes of it.
 *
 * @param site the site's resources
 */
record StateGatewayConstants(Constants site) {
  /** What no gateway of ours has. */
  private static final List<String> NONE =
      List.of(
          "sku.capacity",
          "sslPolicy.cipherSuites",
          "sslPolicy.disabledSslProtocols",
          "sslPolicy.minProtocolVersion",
          "authenticationCertificates",
          "backendSettingsCollection",
          "customErrorConfigurations",
          "listeners",
          "loadDistributionPolicies",
          "privateLinkConfigurations",
          "rewriteRuleSets",
          "routingRules",
          "sslProfiles",
          "trustedClientCertificates",
          "urlPathMaps",
          "webApplicationFirewallConfiguration",
          "httpListeners[].hostName",
          "httpListeners[].hostNames",
          "httpListeners[].firewallPolicy",
          "httpListeners[].sslProfile",
          "requestRoutingRules[].urlPathMap",
          "requestRoutingRules[].rewriteRuleSet",
          "requestRoutingRules[].loadDistributionPolicy",
          "redirectConfigurations[].targetUrl",
          "backendHttpSettingsCollection[].path",
          "backendHttpSettingsCollection[].affinityCookieName",
          "backendHttpSettingsCollection[].authenticationCertificates",
          "backendAddressPools[].backendAddresses[].fqdn",
          "probes[].host",
          "probes[].port",
          "probes[].match.body",
          "sslCertificates[].data");

  /** Notes where a gateway differs from that. */
  void check(String region, ApplicationGateway gateway) {
    String sku =
        gateway.firewallPolicy().isPresent()
            ? ComponentGateway.FIREWALL
            : ComponentGateway.STANDARD;
    Constants.OfType all = site.of(APPLICATION_GATEWAY);
    NONE.forEach(all::isEmpty);
    all.count(1)
        .is("sku.name", sku)
        .is("sku.tier", sku)
        .is("identity.type", "UserAssigned")
        .is("sslPolicy.policyType", "Predefined")
        .is("enableHttp2", true)
        .isByDefault("enableFips", false)
        .isByDefault("forceFirewallPolicyAssociation", false)
        .isByDefault("globalConfiguration.enableRequestBuffering", true)
        .isByDefault("globalConfiguration.enableResponseBuffering", true)
        .are("zones[]", AvailabilityZones.of(region));
    place(gateway);
    listeners(gateway);
    backend(gateway);
  }

  private void place(ApplicationGateway gateway) {
    Constants.OfType all = site.of(APPLICATION_GATEWAY);
    boolean isInternal = gateway.privateAddress().isPresent();
    all.is("gatewayIPConfigurations[].name", GatewayIds.GATEWAY)
        .are(
            "frontendIPConfigurations[].name",
            isInternal
                ? List.of(GatewayIds.PUBLIC, GatewayIds.PRIVATE)
                : List.of(GatewayIds.PUBLIC))
        .names("frontendIPConfigurations[].publicIPAddress.id", ADDRESS)
        .is("sslCertificates[].name", GatewayIds.GATEWAY);
    subnet(gateway, "gatewayIPConfigurations[].subnet.id");
    if (isInternal) {
      subnet(gateway, "frontendIPConfigurations[].subnet.id");
    } else {
      all.isEmpty("frontendIPConfigurations[].subnet");
    }
  }

  private void subnet(ApplicationGateway gateway, String path) {
    Constants.OfType all = site.of(APPLICATION_GATEWAY);
    gateway
        .frontend()
        .subnet()
        .fold(
            outside -> all,
            inside -> all.names(path, SUBNET, other -> other.name().equals(inside.subnet()), 1),
            inside -> all.are(path, List.of(inside.subnet())));
  }

  /** Ours alone, at one frontend, of which the second, if there is one, forwards nothing. */
  private void listeners(ApplicationGateway gateway) {
    GatewayIds ids = new GatewayIds("");
    boolean redirects = gateway.redirectPort().isPresent();
    List<String> names =
        redirects ? List.of(GatewayIds.SESSIONS, GatewayIds.LEGACY) : List.of(GatewayIds.SESSIONS);
    String frontend = gateway.privateAddress().isPresent() ? GatewayIds.PRIVATE : GatewayIds.PUBLIC;
    Constants.OfType all = site.of(APPLICATION_GATEWAY);
    all.are("frontendPorts[].name", names)
        .are("httpListeners[].name", names)
        .are("httpListeners[].protocol", redirects ? List.of("Https", "Http") : List.of("Https"))
        .areIdsEndingWith(
            "httpListeners[].frontendIPConfiguration.id",
            names.stream().map(name -> ids.frontend(frontend)).toList())
        .areIdsEndingWith("httpListeners[].frontendPort.id", names.stream().map(ids::port).toList())
        .isIdEndingWith("httpListeners[].sslCertificate.id", ids.certificate())
        .are("requestRoutingRules[].name", names)
        .are("requestRoutingRules[].ruleType", names.stream().map(name -> "Basic").toList())
        .areIdsEndingWith(
            "requestRoutingRules[].httpListener.id", names.stream().map(ids::listener).toList())
        .isIdEndingWith("requestRoutingRules[].backendAddressPool.id", ids.pool())
        .isIdEndingWith("requestRoutingRules[].backendHttpSettings.id", ids.settings())
        .areIdsEndingWith(
            "requestRoutingRules[].redirectConfiguration.id",
            redirects ? List.of(ids.redirection()) : List.of())
        .are("redirectConfigurations[].name", redirects ? List.of(GatewayIds.LEGACY) : List.of())
        .are("redirectConfigurations[].redirectType", redirects ? List.of("Permanent") : List.of())
        .are("redirectConfigurations[].includePath", redirects ? List.of("true") : List.of())
        .are("redirectConfigurations[].includeQueryString", redirects ? List.of("true") : List.of())
        .areIdsEndingWith(
            "redirectConfigurations[].targetListener.id",
            redirects ? List.of(ids.listener(GatewayIds.SESSIONS)) : List.of());
  }

  private void backend(ApplicationGateway gateway) {
    GatewayIds ids = new GatewayIds("");
    String settings = "backendHttpSettingsCollection[].";
    String picks = settings + "pickHostNameFromBackendAddress";
    if (gateway.backend().hostName().isPresent()) {
      site.of(APPLICATION_GATEWAY).isByDefault(picks, false);
    } else {
      site.of(APPLICATION_GATEWAY).is(picks, true);
    }
    boolean hasRoot = gateway.backend().trustedRoot().isPresent();
    List<String> roots = hasRoot ? List.of(GatewayIds.ROOT) : List.of();
    site.of(APPLICATION_GATEWAY)
        .is("backendAddressPools[].name", GatewayIds.POOL)
        .is(settings + "name", GatewayIds.SESSIONS)
        .is(settings + "protocol", "Https")
        .is(settings + "cookieBasedAffinity", "Enabled")
        .is(settings + "requestTimeout", GatewayBackend.ANSWER_SECONDS)
        .isByDefault(settings + "connectionDraining.enabled", false)
        .isIdEndingWith(settings + "probe.id", ids.probe())
        .areIdsEndingWith(
            settings + "trustedRootCertificates[].id",
            Stream.of(ids.root()).filter(root -> hasRoot).toList())
        .are("trustedRootCertificates[].name", roots)
        .is("probes[].name", GatewayIds.PROBE)
        .is("probes[].protocol", "Https")
        .is("probes[].pickHostNameFromBackendHttpSettings", true)
        .are("probes[].match.statusCodes[]", List.of("200"));
  }
}
