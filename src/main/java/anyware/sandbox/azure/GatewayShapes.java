package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of an application gateway:
 * https://learn.microsoft.com/rest/api/application-gateway/application-gateways/create-or-update
 */
final class GatewayShapes {
  static final String OWNER = "applicationGateways/{applicationGatewayName}";

  private static final String SECONDS = "The value {value} of {property} is invalid: ";
  private static final String PROTOCOL = "protocol";

  private GatewayShapes() {}

  /** The lists of parts that others name, each with its part's shape. */
  static Map<String, Shape> lists() {
    Map<String, Shape> lists = new LinkedHashMap<>();
    lists.put("backendAddressPools", pool());
    lists.put("backendHttpSettingsCollection", settings());
    lists.put("frontendIPConfigurations", frontend());
    lists.put(
        "frontendPorts", part("frontendPorts", required("port", ChildResources.port(1, 65535))));
    lists.put(
        "gatewayIPConfigurations", part("gatewayIPConfigurations", optional("subnet", subnet())));
    lists.put("httpListeners", listener());
    lists.put("probes", probe());
    lists.put("redirectConfigurations", redirect());
    lists.put("requestRoutingRules", rule());
    lists.put(
        "sslCertificates",
        part(
            "sslCertificates",
            optional("data", text()),
            optional("keyVaultSecretId", text()),
            optional("password", text())));
    lists.put(
        "trustedRootCertificates",
        part(
            "trustedRootCertificates",
            optional("data", text()),
            optional("keyVaultSecretId", text())));
    return lists;
  }

  /** The versions and ciphers that listeners offer. */
  static Shape sslPolicy() {
    return object(
        optional("cipherSuites", anything()),
        optional("disabledSslProtocols", anything()),
        optional("minProtocolVersion", protocolVersion()),
        optional(
            "policyName",
            CommonShapes.choice(
                "AppGwSslPolicy20150501",
                "AppGwSslPolicy20170401",
                "AppGwSslPolicy20170401S",
                "AppGwSslPolicy20220101",
                "AppGwSslPolicy20220101S")),
        optional("policyType", CommonShapes.choice("Predefined", "Custom", "CustomV2")));
  }

  private static Shape protocolVersion() {
    return CommonShapes.choice("TLSv1_0", "TLSv1_1", "TLSv1_2", "TLSv1_3");
  }

  private static Shape part(String list, Property... own) {
    // Redirections alone have no state.
    Property[] common =
        Arrays.stream(CommonProperties.part(list))
            .filter(
                property ->
                    !list.startsWith("redirect") || !property.name().equals("provisioningState"))
            .toArray(Property[]::new);
    return object(common)
        .plus(
            computed(
                "type", (request, enclosing) -> "Microsoft.Network/applicationGateways/" + list))
        .plus(own);
  }

  private static Property link(String property, String list) {
    return optional(property, own(list));
  }

  private static Shape own(String list) {
    return CommonShapes.link(ApiErrors.reference(OWNER, ApplicationGateways.kind(list)));
  }

  private static Shape subnet() {
    return CommonShapes.link(ApiErrors.reference(OWNER, Subnets.SUBNET));
  }

  private static Property protocol() {
    return optional(PROTOCOL, CommonShapes.choice("Http", "Https", "Tcp", "Tls"));
  }

  private static Property seconds(String name) {
    return optional(
        name, CommonShapes.between(1, 86400, SECONDS + "1 to 86400 seconds are allowed"));
  }

  private static Shape pool() {
    return part(
        "backendAddressPools",
        optional(
                "backendAddresses",
                listOf(object(optional("fqdn", text()), optional("ipAddress", text()))))
            .orComputed((request, enclosing) -> List.of()));
  }

  /** https://learn.microsoft.com/azure/application-gateway/configuration-http-settings */
  private static Shape settings() {
    return part(
        "backendHttpSettingsCollection",
        optional("affinityCookieName", text()),
        optional("authenticationCertificates", anything()),
        optional("connectionDraining", anything()),
        optional("cookieBasedAffinity", CommonShapes.choice("Enabled", "Disabled"))
            .orComputed((request, enclosing) -> "Disabled"),
        optional("hostName", text()),
        optional("path", text()),
        ChildResources.off("pickHostNameFromBackendAddress"),
        optional("port", ChildResources.port(1, 65535)),
        link("probe", "probes"),
        optional("probeEnabled", flag()),
        protocol(),
        seconds("requestTimeout").orComputed((request, enclosing) -> 30),
        optional("trustedRootCertificates", listOf(own("trustedRootCertificates"))));
  }

  private static Shape frontend() {
    return part(
        "frontendIPConfigurations",
        optional("privateIPAddress", text()),
        optional("privateIPAllocationMethod", CommonShapes.choice("Static", "Dynamic"))
            .orComputed((request, enclosing) -> "Dynamic"),
        optional("privateLinkConfiguration", anything()),
        optional(
            "publicIPAddress",
            CommonShapes.link(ApiErrors.reference(OWNER, PublicIpAddresses.PUBLIC_IP_ADDRESS))),
        optional("subnet", subnet()));
  }

  private static Shape listener() {
    return part(
        "httpListeners",
        optional("customErrorConfigurations", anything()),
        optional("firewallPolicy", anything()),
        link("frontendIPConfiguration", "frontendIPConfigurations"),
        link("frontendPort", "frontendPorts"),
        optional("hostName", text()),
        optional("hostNames", listOf(text())),
        protocol(),
        ChildResources.off("requireServerNameIndication"),
        link("sslCertificate", "sslCertificates"),
        optional("sslProfile", anything()));
  }

  /** https://learn.microsoft.com/azure/application-gateway/application-gateway-probe-overview */
  private static Shape probe() {
    return part(
        "probes",
        optional("host", text()),
        seconds("interval").orComputed((request, enclosing) -> 30),
        optional(
            "match", object(optional("body", text()), optional("statusCodes", listOf(text())))),
        optional("minServers", Shape.whole()).orComputed((request, enclosing) -> 0),
        ChildResources.off("pickHostNameFromBackendHttpSettings"),
        ChildResources.off("pickHostNameFromBackendSettings"),
        optional("path", text()),
        optional("port", ChildResources.port(1, 65535)),
        protocol(),
        seconds("timeout").orComputed((request, enclosing) -> 30),
        optional("unhealthyThreshold", CommonShapes.between(1, 20, SECONDS + "1 to 20 are allowed"))
            .orComputed((request, enclosing) -> 3));
  }

  private static Shape redirect() {
    return part(
        "redirectConfigurations",
        optional("includePath", flag()),
        optional("includeQueryString", flag()),
        optional("pathRules", anything()),
        optional(
            "redirectType", CommonShapes.choice("Permanent", "Found", "SeeOther", "Temporary")),
        optional("requestRoutingRules", anything()),
        link("targetListener", "httpListeners"),
        optional("targetUrl", text()),
        optional("urlPathMaps", anything()));
  }

  private static Shape rule() {
    return part(
        "requestRoutingRules",
        link("backendAddressPool", "backendAddressPools"),
        link("backendHttpSettings", "backendHttpSettingsCollection"),
        link("httpListener", "httpListeners"),
        optional("loadDistributionPolicy", anything()),
        optional(
            "priority",
            CommonShapes.between(
                1, 20000, "The priority {value} of {property} is invalid: 1 to 20000 are allowed")),
        link("redirectConfiguration", "redirectConfigurations"),
        optional("rewriteRuleSet", anything()),
        optional("ruleType", CommonShapes.choice("Basic", "PathBasedRouting")),
        optional("urlPathMap", anything()));
  }
}
