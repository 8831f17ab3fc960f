package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The listeners, rules and redirections of an application gateway
 * (https://learn.microsoft.com/azure/application-gateway/configuration-listeners and
 * https://learn.microsoft.com/azure/application-gateway/configuration-request-routing-rules).
 */
final class GatewayRouting {
  private static final String LISTENERS = "httpListeners";
  private static final String RULES = "requestRoutingRules";

  private GatewayRouting() {}

  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>(foreign(request));
    found.addAll(listeners(request));
    found.addAll(rules(request));
    found.addAll(redirects(request));
    return found;
  }

  /** Parts name parts of their own gateway. */
  private static List<Refusal> foreign(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    String own = ResourceIds.canonical(request.id(), request.settings()) + "/";
    for (String list : ApplicationGateways.LISTS) {
      for (Props part : request.inputs().objects(list)) {
        Stream.of(
                "backendAddressPool",
                "backendHttpSettings",
                "frontendIPConfiguration",
                "frontendPort",
                "httpListener",
                "probe",
                "redirectConfiguration",
                "sslCertificate",
                "targetListener")
            .flatMap(link -> part.text(link + ".id").stream())
            .filter(id -> !ResourceIds.canonical(id, request.settings()).startsWith(own))
            .forEach(
                id ->
                    found.add(
                        new Refusal(
                            list,
                            ApiErrors.notFound(
                                id, request.id() + "/" + list + "/" + part.text("name", "")))));
      }
    }
    return found;
  }

  private static List<Refusal> listeners(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    Set<List<String>> places = new HashSet<>();
    List<Props> listeners = request.inputs().objects(LISTENERS);
    for (int i = 0; i < listeners.size(); i++) {
      Props listener = listeners.get(i);
      String path = LISTENERS + "[" + i + "]";
      String id = request.id() + "/" + LISTENERS + "/" + listener.text("name", "");
      for (String needed : List.of("frontendIPConfiguration", "frontendPort", "protocol")) {
        if (!listener.has(needed)) {
          found.add(
              new Refusal(path + "." + needed, "HttpListener " + id + " must have a " + needed));
        }
      }
      boolean https = CommonShapes.isChosen(listener, "protocol", "Https");
      if (https != listener.has("sslCertificate")) {
        found.add(
            new Refusal(
                path + ".sslCertificate",
                "HttpListener "
                    + id
                    + " must have an SslCertificate with the protocol Https, and none with"
                    + " another"));
      }
      // Private and public frontends may share a port in newer versions only:
      // https://github.com/MicrosoftDocs/azure-docs/issues/76720
      List<String> place =
          List.of(
              listener.text("frontendPort.id", "").toLowerCase(Locale.ROOT),
              listener.text("hostName", "").toLowerCase(Locale.ROOT),
              String.join(",", listener.texts("hostNames")));
      if (!places.add(place)) {
        found.add(
            new Refusal(
                path + ".frontendPort",
                ApiErrors.of(
                    "ApplicationGatewayHttpListenersUsingSameFrontendPortAndFrontendIpConfig",
                    "HttpListener " + id + " uses the frontend port of another one.")));
      }
    }
    return found;
  }

  private static List<Refusal> rules(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    Set<Long> priorities = new HashSet<>();
    Set<String> listeners = new HashSet<>();
    List<Props> rules = request.inputs().objects(RULES);
    if (rules.isEmpty()) {
      found.add(
          new Refusal(RULES, "Application gateway " + request.id() + " must have a routing rule"));
    }
    for (int i = 0; i < rules.size(); i++) {
      Props rule = rules.get(i);
      String path = RULES + "[" + i + "]";
      String id = request.id() + "/" + RULES + "/" + rule.text("name", "");
      if (!rule.has("priority")) {
        found.add(
            new Refusal(
                path + ".priority",
                ApiErrors.of(
                    "ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty",
                    "Priority for the request routing rule "
                        + id
                        + " cannot be empty. All request routing rules should have a priority"
                        + " defined starting from api-version 2021-08-01")));
      } else if (!priorities.add(rule.whole("priority").orElse(0L))) {
        found.add(
            new Refusal(
                path + ".priority", "Request routing rule " + id + " has the priority of another"));
      }
      if (!rule.has("httpListener")
          || !listeners.add(rule.text("httpListener.id", "").toLowerCase(Locale.ROOT))) {
        found.add(
            new Refusal(
                path + ".httpListener",
                "Request routing rule " + id + " must have a listener that no other rule has"));
      }
      boolean forwards = rule.has("backendAddressPool") && rule.has("backendHttpSettings");
      boolean half = rule.has("backendAddressPool") != rule.has("backendHttpSettings");
      if (CommonShapes.isChosen(rule, "ruleType", "PathBasedRouting")) {
        continue;
      }
      if (half || forwards == rule.has("redirectConfiguration")) {
        found.add(
            new Refusal(
                path,
                "Basic request routing rule "
                    + id
                    + " must have either a backend address pool and backend HTTP settings or a"
                    + " redirect configuration"));
      }
    }
    return found;
  }

  private static List<Refusal> redirects(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Props> redirects = request.inputs().objects("redirectConfigurations");
    for (int i = 0; i < redirects.size(); i++) {
      Props redirect = redirects.get(i);
      if (!redirect.has("redirectType")
          || redirect.has("targetListener") == redirect.has("targetUrl")) {
        found.add(
            new Refusal(
                "redirectConfigurations[" + i + "]",
                "Redirect configuration "
                    + redirect.text("name", "")
                    + " must have a type, and either a target listener or a target URL"));
      }
    }
    return found;
  }
}
