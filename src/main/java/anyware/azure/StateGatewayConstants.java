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
  private static final String FRONTENDS = "frontendIPConfigurations";
  private static final String LISTENERS = "httpListeners";
  private static final String RULES = "requestRoutingRules";
  private static final String REDIRECTIONS = "redirectConfigurations";

  /** The ends of the ids of a gateway's parts. */
  private static final GatewayIds IDS = new GatewayIds("");

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
          "frontendIPConfigurations[].privateLinkConfiguration",
          "httpListeners[].customErrorConfigurations",
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

  /**
   * In its subnet, with a public frontend, and a private one where it listens inside
   * (https://learn.microsoft.com/azure/application-gateway/configuration-frontend-ip).
   */
  private void place(ApplicationGateway gateway) {
    Constants.OfType all = site.of(APPLICATION_GATEWAY);
    boolean isInternal = gateway.privateAddress().isPresent();
    all.is("gatewayIPConfigurations[].name", GatewayIds.GATEWAY)
        .are(
            FRONTENDS + "[].name",
            isInternal
                ? List.of(GatewayIds.PUBLIC, GatewayIds.PRIVATE)
                : List.of(GatewayIds.PUBLIC))
        .names(of(FRONTENDS, GatewayIds.PUBLIC, "publicIPAddress.id"), ADDRESS)
        .isEmpty(of(FRONTENDS, GatewayIds.PUBLIC, "subnet"))
        .isEmpty(of(FRONTENDS, GatewayIds.PRIVATE, "publicIPAddress"))
        .is("sslCertificates[].name", GatewayIds.GATEWAY);
    subnet(gateway, "gatewayIPConfigurations[].subnet.id");
    if (isInternal) {
      subnet(gateway, of(FRONTENDS, GatewayIds.PRIVATE, "subnet.id"));
    }
  }

  /** The path of a property of the part of a list that has a name. */
  private static String of(String list, String name, String property) {
    return list + "[" + name + "]." + property;
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
    boolean redirects = gateway.redirectPort().isPresent();
    List<String> names =
        redirects ? List.of(GatewayIds.SESSIONS, GatewayIds.LEGACY) : List.of(GatewayIds.SESSIONS);
    Constants.OfType all = site.of(APPLICATION_GATEWAY);
    all.are("frontendPorts[].name", names)
        .are(LISTENERS + "[].name", names)
        .are(RULES + "[].name", names)
        .are(REDIRECTIONS + "[].name", redirects ? List.of(GatewayIds.LEGACY) : List.of());
    for (String name : names) {
      listener(gateway, name);
      all.is(of(RULES, name, "ruleType"), "Basic")
          .isIdEndingWith(of(RULES, name, "httpListener.id"), IDS.listener(name));
    }
    all.isIdEndingWith(of(LISTENERS, GatewayIds.SESSIONS, "sslCertificate.id"), IDS.certificate())
        .isIdEndingWith(of(RULES, GatewayIds.SESSIONS, "backendAddressPool.id"), IDS.pool())
        .isIdEndingWith(of(RULES, GatewayIds.SESSIONS, "backendHttpSettings.id"), IDS.settings())
        .isEmpty(of(RULES, GatewayIds.SESSIONS, "redirectConfiguration"));
    if (redirects) {
      redirection();
    }
  }

  /** Each at a port of its own name; a gateway listens at one address alone. */
  private void listener(ApplicationGateway gateway, String name) {
    String frontend = gateway.privateAddress().isPresent() ? GatewayIds.PRIVATE : GatewayIds.PUBLIC;
    String protocol = name.equals(GatewayIds.SESSIONS) ? "Https" : "Http";
    site.of(APPLICATION_GATEWAY)
        .is(of(LISTENERS, name, "protocol"), protocol)
        .isIdEndingWith(of(LISTENERS, name, "frontendIPConfiguration.id"), IDS.frontend(frontend))
        .isIdEndingWith(of(LISTENERS, name, "frontendPort.id"), IDS.port(name))
        .isByDefault(of(LISTENERS, name, "requireServerNameIndication"), false);
  }

  /** https://learn.microsoft.com/azure/application-gateway/redirect-overview */
  private void redirection() {
    String name = GatewayIds.LEGACY;
    site.of(APPLICATION_GATEWAY)
        .isEmpty(of(LISTENERS, name, "sslCertificate"))
        .isEmpty(of(RULES, name, "backendAddressPool"))
        .isEmpty(of(RULES, name, "backendHttpSettings"))
        .isIdEndingWith(of(RULES, name, "redirectConfiguration.id"), IDS.redirection())
        .is(of(REDIRECTIONS, name, "redirectType"), "Permanent")
        .is(of(REDIRECTIONS, name, "includePath"), true)
        .is(of(REDIRECTIONS, name, "includeQueryString"), true)
        .isIdEndingWith(
            of(REDIRECTIONS, name, "targetListener.id"), IDS.listener(GatewayIds.SESSIONS));
  }

  private void backend(ApplicationGateway gateway) {
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
        .isIdEndingWith(settings + "probe.id", IDS.probe())
        .areIdsEndingWith(
            settings + "trustedRootCertificates[].id",
            Stream.of(IDS.root()).filter(root -> hasRoot).toList())
        .are("trustedRootCertificates[].name", roots)
        .is("probes[].name", GatewayIds.PROBE)
        .is("probes[].protocol", "Https")
        .is("probes[].pickHostNameFromBackendHttpSettings", true)
        .isByDefault("probes[].pickHostNameFromBackendSettings", false)
        .isByDefault("probes[].minServers", 0)
        .are("probes[].match.statusCodes[]", List.of("200"));
  }
}
