package anyware.sandbox.azure;

import static anyware.sandbox.azure.ApplicationGateways.APPLICATION_GATEWAY;
import static anyware.sandbox.azure.CloudFixture.ADDRESS_ID;
import static anyware.sandbox.azure.CloudFixture.NONE;
import static anyware.sandbox.azure.CloudFixture.PLACE;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;

import anyware.sandbox.azure.CloudFixture.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Application gateways that Azure refuses. */
final class GatewayCases {
  static final String ID = PLACE + "applicationGateways/gw";
  static final String SUBNET = PLACE + "virtualNetworks/vnet/subnets/gateway";

  private static final String IDENTITY =
      "/subscriptions/1/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/gw";

  private static final Map<String, Object> FRONTEND =
      Map.of("name", "public", "publicIPAddress", Map.of("id", ADDRESS_ID));
  static final Map<String, Object> PRIVATE =
      Map.of(
          "name",
          "private",
          "subnet",
          Map.of("id", SUBNET),
          "privateIPAllocationMethod",
          "Static",
          "privateIPAddress",
          "10.0.2.200");
  private static final Map<String, Object> CERTIFICATE =
      Map.of("name", "site", "keyVaultSecretId", "https://vault.vault.azure.net/secrets/site");
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "name",
          "https",
          "port",
          443,
          "protocol",
          "Https",
          "cookieBasedAffinity",
          "Enabled",
          "hostName",
          "connector.example.com",
          "probe",
          part("probes/health"));
  private static final Map<String, Object> PROBE =
      Map.of(
          "name",
          "health",
          "protocol",
          "Https",
          "path",
          "/health",
          "pickHostNameFromBackendHttpSettings",
          true);
  private static final Map<String, Object> LISTENER =
      Map.of(
          "name",
          "https",
          "protocol",
          "Https",
          "frontendIPConfiguration",
          part("frontendIPConfigurations/public"),
          "frontendPort",
          part("frontendPorts/https"),
          "sslCertificate",
          part("sslCertificates/site"));
  private static final Map<String, Object> RULE =
      Map.of(
          "name",
          "sessions",
          "ruleType",
          "Basic",
          "priority",
          10,
          "httpListener",
          part("httpListeners/https"),
          "backendAddressPool",
          part("backendAddressPools/pool"),
          "backendHttpSettings",
          part("backendHttpSettingsCollection/https"));

  static final Map<String, Object> GATEWAY =
      with(
          named("applicationGatewayName", "gw"),
          "sku",
          Map.of("name", "Standard_v2", "tier", "Standard_v2"),
          "autoscaleConfiguration",
          Map.of("minCapacity", 2, "maxCapacity", 10),
          "zones",
          List.of("1", "2", "3"),
          "identity",
          Map.of("type", "UserAssigned", "userAssignedIdentities", List.of(IDENTITY)),
          "gatewayIPConfigurations",
          List.of(Map.of("name", "place", "subnet", Map.of("id", SUBNET))),
          "frontendIPConfigurations",
          List.of(FRONTEND),
          "frontendPorts",
          List.of(Map.of("name", "https", "port", 443)),
          "sslCertificates",
          List.of(CERTIFICATE),
          "sslPolicy",
          Map.of("policyType", "Predefined", "policyName", "AppGwSslPolicy20220101"),
          "backendAddressPools",
          List.of(Map.of("name", "pool")),
          "backendHttpSettingsCollection",
          List.of(SETTINGS),
          "probes",
          List.of(PROBE),
          "httpListeners",
          List.of(LISTENER),
          "requestRoutingRules",
          List.of(RULE));

  private GatewayCases() {}

  static Map<String, String> part(String path) {
    return Map.of("id", ID + "/" + path);
  }

  private static Map<String, Object> list(String list, Map<?, ?>... parts) {
    return with(GATEWAY, list, List.of(parts));
  }

  static Stream<Case> all() {
    return table(APPLICATION_GATEWAY)
        .check(
            "a priority as text",
            list("requestRoutingRules", with(RULE, "priority", "x")),
            "requestRoutingRules[0].priority")
        .check("an unknown part", with(GATEWAY, "listenerz", List.of()), "listenerz")
        .up(
            "a first version",
            with(GATEWAY, "sku", Map.of("name", "Standard_Medium", "tier", "Standard")),
            "sku: Application gateway")
        .up(
            "a name and another tier",
            with(GATEWAY, "sku", Map.of("name", "Standard_v2", "tier", "WAF_v2")),
            "sku: Application gateway")
        .up(
            "no size",
            with(GATEWAY, "autoscaleConfiguration", NONE),
            "sku.capacity: Application gateway")
        .up(
            "two sizes",
            with(
                GATEWAY,
                "sku",
                Map.of("name", "Standard_v2", "tier", "Standard_v2", "capacity", 2)),
            "sku.capacity: ")
        .up(
            "too many instances",
            with(GATEWAY, "autoscaleConfiguration", Map.of("minCapacity", 0, "maxCapacity", 126)),
            "autoscaleConfiguration.maxCapacity: ")
        .up(
            "one instance at most",
            with(GATEWAY, "autoscaleConfiguration", Map.of("minCapacity", 0, "maxCapacity", 1)),
            "autoscaleConfiguration.maxCapacity: ")
        .up(
            "bounds upside down",
            with(GATEWAY, "autoscaleConfiguration", Map.of("minCapacity", 5, "maxCapacity", 4)),
            "autoscaleConfiguration.maxCapacity: ")
        .up(
            "a firewall policy without the sku",
            with(
                GATEWAY,
                "firewallPolicy",
                Map.of(
                    "id", "/subscriptions/1/x/ApplicationGatewayWebApplicationFirewallPolicies/p")),
            "firewallPolicy: ")
        .up(
            "no place",
            with(GATEWAY, "gatewayIPConfigurations", List.of()),
            "gatewayIPConfigurations: ")
        .up(
            "a subnet that is not there",
            list(
                "gatewayIPConfigurations",
                Map.of("name", "place", "subnet", Map.of("id", SUBNET + "x"))),
            "gatewayIPConfigurations[0].subnet.id: Code=\"InvalidResourceReference\"")
        .up(
            "no public frontend",
            list("frontendIPConfigurations", PRIVATE),
            "frontendIPConfigurations: Application Gateway "
                + ID
                + " does not support Application Gateway without Public IP")
        .up(
            "a private address by chance",
            list(
                "frontendIPConfigurations",
                FRONTEND,
                with(PRIVATE, "privateIPAllocationMethod", "Dynamic")),
            "frontendIPConfigurations[1].privateIPAllocationMethod:"
                + " Code=\"ApplicationGatewayFrontendIpPrivateIpAddressInvalidAllocationType\"")
        .up(
            "a private address elsewhere",
            list(
                "frontendIPConfigurations",
                FRONTEND,
                with(PRIVATE, "privateIPAddress", "10.0.3.7")),
            "frontendIPConfigurations[1].privateIPAddress: Code=\"PrivateIPAddressNotInSubnet\"")
        .up(
            "a private address of Azure's",
            list(
                "frontendIPConfigurations",
                FRONTEND,
                with(PRIVATE, "privateIPAddress", "10.0.2.3")),
            "frontendIPConfigurations[1].privateIPAddress:"
                + " Code=\"PrivateIPAddressInReservedRange\"")
        .up(
            "a frontend in another subnet",
            list(
                "frontendIPConfigurations",
                FRONTEND,
                with(
                    PRIVATE,
                    "subnet",
                    Map.of("id", CloudFixture.SUBNET_ID),
                    "privateIPAddress",
                    "10.0.2.7")),
            "frontendIPConfigurations[1].subnet: FrontendIpConfiguration")
        .up(
            "a probe that speaks otherwise",
            list("probes", with(PROBE, "protocol", "Http")),
            "backendHttpSettingsCollection[0].probe:"
                + " Code=\"ApplicationGatewayProbeProtocolMustMatch")
        .up(
            "a probe of a picked host that is not there",
            list("backendHttpSettingsCollection", with(SETTINGS, "hostName", NONE)),
            "backendHttpSettingsCollection[0].hostName: ")
        .up(
            "a host and a picked one",
            list(
                "backendHttpSettingsCollection",
                with(SETTINGS, "pickHostNameFromBackendAddress", true)),
            "backendHttpSettingsCollection[0].hostName: ")
        .up(
            "a probe without a host",
            list("probes", with(PROBE, "pickHostNameFromBackendHttpSettings", NONE)),
            "probes[0].host: ")
        .up("a probe without a path", list("probes", with(PROBE, "path", NONE)), "probes[0].path: ")
        .up(
            "21 failures",
            list("probes", with(PROBE, "unhealthyThreshold", 21)),
            "probes[0].unhealthyThreshold: ")
        .up(
            "a day and a second",
            list("probes", with(PROBE, "interval", 86401)),
            "probes[0].interval: ")
        .up(
            "a backend by name and address",
            list(
                "backendAddressPools",
                Map.of(
                    "name",
                    "pool",
                    "backendAddresses",
                    List.of(Map.of("fqdn", "a.b", "ipAddress", "10.0.0.5")))),
            "backendAddressPools[0]: ")
        .up(
            "a listener without a certificate",
            list("httpListeners", with(LISTENER, "sslCertificate", NONE)),
            "httpListeners[0].sslCertificate: ")
        .up(
            "a listener without a port",
            list("httpListeners", with(LISTENER, "frontendPort", NONE)),
            "httpListeners[0].frontendPort: ")
        .up(
            "a rule without a priority",
            list("requestRoutingRules", with(RULE, "priority", NONE)),
            "requestRoutingRules[0].priority:"
                + " Code=\"ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty\"")
        .up(
            "a priority too many",
            list("requestRoutingRules", with(RULE, "priority", 20001)),
            "requestRoutingRules[0].priority: ")
        .up("no rule", with(GATEWAY, "requestRoutingRules", List.of()), "requestRoutingRules: ")
        .up(
            "a rule without settings",
            list("requestRoutingRules", with(RULE, "backendHttpSettings", NONE)),
            "requestRoutingRules[0]: ")
        .up(
            "a rule of a listener that is not there",
            list("requestRoutingRules", with(RULE, "httpListener", part("httpListeners/none"))),
            "requestRoutingRules[0].httpListener.id: Code=\"InvalidResourceReference\"")
        .up(
            "a redirection to nowhere",
            list("redirectConfigurations", Map.of("name", "r", "redirectType", "Permanent")),
            "redirectConfigurations[0]: ")
        .up("a secret without an identity", with(GATEWAY, "identity", NONE), "identity: ")
        .up(
            "an identity of the wrong kind",
            with(
                GATEWAY,
                "identity",
                Map.of(
                    "type", "UserAssigned", "userAssignedIdentities", List.of("/subscriptions/1"))),
            "identity.userAssignedIdentities[0]: ")
        .up(
            "a secret elsewhere",
            list("sslCertificates", with(CERTIFICATE, "keyVaultSecretId", "http://x")),
            "sslCertificates[0].keyVaultSecretId: ")
        .up(
            "an old policy",
            with(
                GATEWAY,
                "sslPolicy",
                Map.of("policyType", "Predefined", "policyName", "AppGwSslPolicy20150501")),
            "sslPolicy.policyName: ")
        .up(
            "a policy without a name",
            with(GATEWAY, "sslPolicy", Map.of("policyType", "Predefined")),
            "sslPolicy: ")
        .up(
            "two parts of a name",
            list(
                "frontendPorts",
                Map.of("name", "https", "port", 443),
                Map.of("name", "HTTPS", "port", 80)),
            "frontendPorts[1].name: Code=\"DuplicateResourceName\"")
        .up(
            "a zone that is not there",
            with(GATEWAY, "zones", List.of("4")),
            "zones: Code=\"InvalidAvailabilityZone\"")
        .cases()
        .stream();
  }
}
