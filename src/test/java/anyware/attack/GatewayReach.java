package anyware.attack;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an application gateway takes and where it sends it, as its pages say: a routing rule joins
 * one listener, which is a frontend address, a port, a protocol and names
 * (https://learn.microsoft.com/azure/application-gateway/configuration-listeners), to a pool and
 * settings, or to a redirection
 * (https://learn.microsoft.com/azure/application-gateway/configuration-request-routing-rules,
 * https://learn.microsoft.com/azure/application-gateway/redirect-overview). What parts are called
 * does not matter, but who names whom.
 */
final class GatewayReach {
  /** What lets further clients or requests in, or what they are held to, by itself. */
  private static final List<String> WHOLE =
      List.of(
          // https://learn.microsoft.com/azure/application-gateway/tcp-tls-proxy-overview
          "listeners",
          "routingRules",
          "backendSettingsCollection",
          // https://learn.microsoft.com/azure/application-gateway/private-link
          "privateLinkConfigurations",
          // https://learn.microsoft.com/azure/application-gateway/mutual-authentication-overview
          "sslProfiles",
          "trustedClientCertificates",
          // https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview
          "sslPolicy",
          // https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview
          "firewallPolicy",
          "webApplicationFirewallConfiguration");

  private final Resource gateway;

  private GatewayReach(Resource gateway) {
    this.gateway = gateway;
  }

  /** A line for each thing that is so. */
  static Set<String> facts(Resource gateway) {
    return new GatewayReach(gateway).facts();
  }

  private Set<String> facts() {
    Set<String> facts = new TreeSet<>();
    Json.items(gateway.now(), "gatewayIPConfigurations")
        .forEach(place -> facts.add("is in " + id(place, "subnet")));
    Json.items(gateway.now(), "frontendIPConfigurations")
        .forEach(one -> facts.add("has " + frontend(one)));
    Set<String> served = new TreeSet<>();
    for (JsonElement rule : Json.items(gateway.now(), "requestRoutingRules")) {
      String listener =
          named(rule, "httpListener", "httpListeners").map(this::listener).orElse("nothing");
      served.add(listener);
      facts.add(listener + " -> " + target(rule));
    }
    Json.items(gateway.now(), "httpListeners").stream()
        .map(this::listener)
        .filter(listener -> !served.contains(listener))
        .forEach(listener -> facts.add(listener + " without a rule"));
    for (String key : WHOLE) {
      Json.at(gateway.now(), key)
          .map(Json::withoutOrder)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> facts.add(key + " " + text));
    }
    return facts.stream()
        .map(fact -> gateway.name() + " " + fact)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String id(JsonElement part, String key) {
    return Json.text(part, key, "id").toLowerCase(Locale.ROOT);
  }

  /** The part of a list that an id means: ids end with the list's and the part's name. */
  private Optional<JsonElement> named(JsonElement holder, String key, String list) {
    String id = id(holder, key);
    return Json.items(gateway.now(), list).stream()
        .filter(
            part ->
                id.endsWith(("/" + list + "/" + Json.text(part, "name")).toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /**
   * A public one is at a public address, a private one in the subnet
   * (https://learn.microsoft.com/azure/application-gateway/configuration-frontend-ip).
   */
  private static String frontend(JsonElement frontend) {
    boolean isStatic = Json.text(frontend, "privateIPAllocationMethod").equalsIgnoreCase("Static");
    return "frontend "
        + id(frontend, "publicIPAddress")
        + id(frontend, "subnet")
        + (isStatic ? Json.text(frontend, "privateIPAddress") : "")
        + id(frontend, "privateLinkConfiguration");
  }

  private String listener(JsonElement listener) {
    List<String> hosts = new ArrayList<>(Json.texts(listener, "hostNames"));
    hosts.add(Json.text(listener, "hostName"));
    return Stream.of(
            named(listener, "frontendIPConfiguration", "frontendIPConfigurations")
                .map(GatewayReach::frontend)
                .orElse("nowhere"),
            named(listener, "frontendPort", "frontendPorts")
                .map(port -> Json.text(port, "port"))
                .orElse("no port"),
            Json.text(listener, "protocol").toLowerCase(Locale.ROOT),
            new TreeSet<>(hosts).toString(),
            named(listener, "sslCertificate", "sslCertificates")
                .map(it -> Json.text(it, "keyVaultSecretId") + Json.text(it, "data"))
                .orElse(""),
            id(listener, "sslProfile"),
            id(listener, "firewallPolicy"))
        .collect(Collectors.joining(" "));
  }

  private String target(JsonElement rule) {
    Optional<String> paths =
        named(rule, "urlPathMap", "urlPathMaps")
            .map(Json::withoutOrder)
            .filter(map -> Json.text(rule, "ruleType").equalsIgnoreCase("PathBasedRouting"));
    return Stream.of(
            Stream.of(Json.text(rule, "ruleType").toLowerCase(Locale.ROOT)),
            paths.stream(),
            named(rule, "redirectConfiguration", "redirectConfigurations").stream()
                .map(this::redirection),
            named(rule, "backendAddressPool", "backendAddressPools").stream()
                .map(GatewayReach::pool),
            named(rule, "backendHttpSettings", "backendHttpSettingsCollection").stream()
                .map(this::settings),
            named(rule, "rewriteRuleSet", "rewriteRuleSets").stream().map(Json::withoutOrder))
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }

  private String redirection(JsonElement redirection) {
    return "redirected "
        + named(redirection, "targetListener", "httpListeners").map(this::listener).orElse("")
        + Json.text(redirection, "targetUrl");
  }

  private static String pool(JsonElement pool) {
    return Json.items(pool, "backendAddresses").stream()
        .map(one -> Json.text(one, "ipAddress") + Json.text(one, "fqdn"))
        .sorted()
        .toList()
        .toString();
  }

  /** https://learn.microsoft.com/azure/application-gateway/configuration-http-settings */
  private String settings(JsonElement settings) {
    return Stream.concat(
            Stream.of(
                    "protocol",
                    "port",
                    "hostName",
                    "pickHostNameFromBackendAddress",
                    "cookieBasedAffinity",
                    "path")
                .map(key -> Json.text(settings, key).toLowerCase(Locale.ROOT)),
            Stream.of(
                roots(settings),
                named(settings, "probe", "probes").map(Json::withoutOrder).orElse("")))
        .collect(Collectors.joining(" "));
  }

  private String roots(JsonElement settings) {
    Set<String> roots = new TreeSet<>();
    for (JsonElement reference : Json.items(settings, "trustedRootCertificates")) {
      String id = Json.text(reference, "id").toLowerCase(Locale.ROOT);
      Json.items(gateway.now(), "trustedRootCertificates").stream()
          .filter(it -> id.endsWith("/" + Json.text(it, "name").toLowerCase(Locale.ROOT)))
          .forEach(it -> roots.add(Json.text(it, "data") + Json.text(it, "keyVaultSecretId")));
    }
    return roots.toString();
  }
}
