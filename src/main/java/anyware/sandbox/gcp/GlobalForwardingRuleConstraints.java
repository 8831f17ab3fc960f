package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.ApiErrors.api;
import static anyware.sandbox.gcp.ApiErrors.apiIn;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is refused about a global forwarding rule as a whole:
 * https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts.
 */
final class GlobalForwardingRuleConstraints {
  private static final String EXTERNAL_MANAGED = "EXTERNAL_MANAGED";

  private GlobalForwardingRuleConstraints() {}

  static Constraint[] constraints() {
    return Stream.of(ofFields(), ofNeighbours()).flatMap(Stream::of).toArray(Constraint[]::new);
  }

  private static Constraint[] ofFields() {
    return new Constraint[] {
      api(
          "ipProtocol",
          "Forwarding rules of HTTP and HTTPS proxies take the protocol TCP only.",
          rule -> !rule.text("ipProtocol", "TCP").equalsIgnoreCase("TCP")),
      api(
          "portRange",
          "A forwarding rule of this load balancing scheme needs exactly one port, from 1 to"
              + " 65535.",
          rule ->
              !rule.text("loadBalancingScheme", "").startsWith("INTERNAL")
                  && rule.text("portRange")
                      .flatMap(text -> PortRange.of(text, 1))
                      .filter(ports -> ports.first() == ports.last())
                      .isEmpty()),
      api(
          "ipVersion",
          "IP Version and IP Address cannot be specified at the same time.",
          rule -> rule.has("ipVersion") && rule.has("ipAddress")),
      onlyOf("network", "INTERNAL"),
      onlyOf("subnetwork", "INTERNAL_MANAGED"),
      onlyOf("metadataFilters", "INTERNAL_SELF_MANAGED"),
      onlyForServices("allowPscGlobalAccess"),
      onlyForServices("noAutomateDnsZone"),
      api(
          "sourceIpRanges",
          "Source ranges can only be specified for regional passthrough load balancing.",
          rule -> CommonFields.says(rule, "sourceIpRanges"))
    };
  }

  private static Constraint onlyOf(String property, String scheme) {
    return api(
        property,
        "The field cannot be set for the load balancing scheme {loadBalancingScheme}.",
        rule ->
            CommonFields.says(rule, property)
                && !rule.text("loadBalancingScheme", "").startsWith(scheme));
  }

  private static Constraint onlyForServices(String property) {
    return api(
        property,
        "The field can only be set for Private Service Connect.",
        rule -> CommonFields.says(rule, property));
  }

  private static Constraint[] ofNeighbours() {
    return new Constraint[] {
      apiIn(
          "target",
          "The load balancing scheme {loadBalancingScheme} does not match that of the target's"
              + " backend service.",
          request ->
              service(request)
                  .map(service -> service.inputs().text("loadBalancingScheme", ""))
                  .filter(scheme -> !scheme.equals(scheme(request.inputs())))
                  .isPresent()),
      apiIn(
          "target",
          "The target proxy's keep-alive timeout goes with the load balancing scheme"
              + " EXTERNAL_MANAGED only.",
          request ->
              proxy(request)
                      .filter(proxy -> CommonFields.says(proxy.inputs(), "httpKeepAliveTimeoutSec"))
                      .isPresent()
                  && !scheme(request.inputs()).equals(EXTERNAL_MANAGED)),
      apiIn(
          "ipAddress",
          "Invalid IP address specified.",
          request ->
              request.inputs().has("ipAddress")
                  && GlobalForwardingRules.reserved(request)
                      .filter(
                          address -> address.inputs().text("addressType", "").equals("EXTERNAL"))
                      .isEmpty()),
      apiIn(
          "ipAddress",
          "Specified IP address is in-use and would result in a conflict.",
          GlobalForwardingRuleConstraints::conflicts)
    };
  }

  private static String scheme(Props rule) {
    return rule.text("loadBalancingScheme", "");
  }

  private static Optional<StoredResource> proxy(RequestContext request) {
    String target = request.inputs().text("target", "");
    return request
        .find(TargetProxies.HTTPS_PROXY, target)
        .or(() -> request.find(TargetProxies.HTTP_PROXY, target));
  }

  /** Where the URL map answers by itself there is none. */
  private static Optional<StoredResource> service(RequestContext request) {
    return proxy(request)
        .flatMap(proxy -> proxy.outputs().text("urlMap"))
        .flatMap(map -> request.find(UrlMaps.URL_MAP, map))
        .flatMap(map -> map.outputs().text("defaultService"))
        .flatMap(name -> request.find(GlobalBackendServices.BACKEND_SERVICE, name));
  }

  private static boolean conflicts(RequestContext request) {
    Optional<String> address =
        GlobalForwardingRules.reserved(request).flatMap(found -> found.outputs().text("address"));
    Optional<PortRange> own = ports(request.inputs());
    return address.isPresent()
        && request.all(GlobalForwardingRules.GLOBAL_FORWARDING_RULE).stream()
            .filter(other -> !other.id().equals(request.id()))
            .filter(other -> other.outputs().text("ipAddress").equals(address))
            .anyMatch(
                other -> own.flatMap(p -> ports(other.inputs()).filter(p::overlaps)).isPresent());
  }

  private static Optional<PortRange> ports(Props rule) {
    return rule.text("portRange").flatMap(text -> PortRange.of(text, 1));
  }
}
