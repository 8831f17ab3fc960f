package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.ApiErrors.api;
import static anyware.sandbox.gcp.ApiErrors.apiIn;
import static anyware.sandbox.spec.Constraints.refuseIn;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the API refuses of a forwarding rule, its ports and addresses apart: which fields go with
 * which kind of load balancer, and what backend service, address and network demand. See
 * https://cloud.google.com/load-balancing/docs/forwarding-rule-concepts.
 */
final class ForwardingRuleConstraints {
  private static final int MOST_SOURCES = 64;

  private ForwardingRuleConstraints() {}

  static Constraint[] constraints() {
    return Stream.of(ofFields(), ofNeighbours(), ForwardingRuleAddresses.constraints())
        .flatMap(Stream::of)
        .toArray(Constraint[]::new);
  }

  private static Constraint[] ofFields() {
    return new Constraint[] {
      api(
          "target",
          "Exactly one of target and backendService must be specified.",
          rule -> rule.has("target") == rule.has("backendService")),
      onlyInternal("allowGlobalAccess"),
      onlyInternal("isMirroringCollector"),
      onlyInternal("serviceLabel"),
      onlyInternal("serviceDirectoryRegistrations"),
      api(
          "network",
          "The network cannot be specified for external forwarding rules.",
          rule -> rule.has("network") && rule.text("loadBalancingScheme", "").equals("EXTERNAL")),
      api(
          "subnetwork",
          "The subnetwork can only be specified for internal or IPv6 forwarding rules.",
          rule ->
              rule.has("subnetwork")
                  && !ForwardingRules.isInternal(rule)
                  && !rule.text("ipVersion", "").equals("IPV6")),
      api(
          "subnetwork",
          "A subnetwork must be specified for external IPv6 forwarding rules.",
          rule ->
              !rule.has("subnetwork")
                  && !ForwardingRules.isInternal(rule)
                  && Ipv6Ranges.isMeant(rule)),
      api(
          "networkTier",
          "IPv6 forwarding rules are of the tier PREMIUM only.",
          rule -> Ipv6Ranges.isMeant(rule) && rule.text("networkTier", "").equals("STANDARD")),
      api(
          "sourceIpRanges",
          "Source ranges can only be specified for external forwarding rules, at most 64.",
          rule ->
              CommonFields.says(rule, "sourceIpRanges")
                  && (!rule.text("loadBalancingScheme", "").equals("EXTERNAL")
                      || rule.texts("sourceIpRanges").size() > MOST_SOURCES)),
      onlyForServices("allowPscGlobalAccess"),
      onlyForServices("noAutomateDnsZone")
    };
  }

  private static Constraint onlyInternal(String property) {
    return api(
        property,
        "The field can only be set for internal load balancing.",
        rule -> CommonFields.says(rule, property) && !ForwardingRules.isInternal(rule));
  }

  private static Constraint onlyForServices(String property) {
    return api(
        property,
        "The field can only be set for Private Service Connect.",
        rule -> CommonFields.says(rule, property) && rule.has("backendService"));
  }

  private static Constraint[] ofNeighbours() {
    return new Constraint[] {
      new Constraint(Step.UP, ForwardingRuleConstraints::schemes),
      new Constraint(Step.UP, ForwardingRuleConstraints::protocols),
      elsewhere("backendService", ForwardingRuleConstraints::backendService),
      elsewhere("ipAddress", ForwardingRules::reserved),
      elsewhere("subnetwork", ForwardingRules::subnetwork),
      apiIn(
          "subnetwork",
          "The subnetwork has no IPv6 range for the load balancing scheme {loadBalancingScheme}.",
          request ->
              Ipv6Ranges.isMeant(request.inputs())
                  && ForwardingRules.subnetwork(request)
                      .filter(
                          net ->
                              !Ipv6Ranges.has(
                                  net.outputs(),
                                  ForwardingRules.isInternal(request.inputs())
                                      ? "INTERNAL"
                                      : "EXTERNAL"))
                      .isPresent()),
      apiIn(
          "networkTier",
          "The network tier must be that of the address.",
          request ->
              request.inputs().has("networkTier")
                  && ForwardingRules.reserved(request)
                      .map(address -> address.outputs().text("networkTier"))
                      .filter(tier -> !tier.equals(request.inputs().text("networkTier")))
                      .isPresent()),
      apiIn(
          "network",
          "The network must be that of the backend service.",
          request ->
              backendService(request)
                  .flatMap(service -> service.outputs().text("network"))
                  .map(link -> ResourcePaths.canonical(link, request.settings()))
                  .filter(path -> !network(request).equals(Optional.of(path)))
                  .isPresent()),
      Networks.needsNetwork(
          "network",
          rule ->
              ForwardingRules.isInternal(rule) && !rule.has("network") && !rule.has("subnetwork")),
      apiIn(
          "subnetwork",
          "A subnetwork must be specified when the network is in custom subnet mode.",
          request ->
              ForwardingRules.isInternal(request.inputs())
                  && !request.inputs().has("subnetwork")
                  && request
                      .inputs()
                      .text("network")
                      .flatMap(name -> request.find(Networks.NETWORK, name))
                      .filter(net -> !net.inputs().isTrue("autoCreateSubnetworks"))
                      .isPresent()),
      refuseIn(
              "subnetwork",
              "googleapi: Error 400: Subnetwork \"{subnetwork}\" is not valid for Network"
                  + " \"{network}\"., badRequest",
              request ->
                  request.inputs().has("network")
                      && ForwardingRules.subnetwork(request)
                          .map(net -> net.outputs().text("network", ""))
                          .map(link -> ResourcePaths.canonical(link, request.settings()))
                          .filter(
                              path ->
                                  !path.equals(
                                      ResourcePaths.canonical(
                                          request.inputs().text("network", ""),
                                          request.settings())))
                          .isPresent())
          .at(Step.UP)
    };
  }

  private static Optional<StoredResource> backendService(RequestContext request) {
    return request
        .inputs()
        .text("backendService")
        .flatMap(name -> request.find(BackendServices.BACKEND_SERVICE, name));
  }

  private static List<Refusal> schemes(RequestContext request) {
    String own = request.inputs().text("loadBalancingScheme", "");
    return backendService(request)
        .map(service -> service.inputs().text("loadBalancingScheme", ""))
        .filter(scheme -> !scheme.equals(own))
        .map(
            scheme ->
                refusal(
                    "backendService",
                    "resource.backendService",
                    "",
                    ("Load balancing scheme %s does not match the backend service load balancing"
                            + " scheme %s.")
                        .formatted(own, scheme)))
        .orElse(List.of());
  }

  /** A backend service without a protocol of its own takes every forwarding rule's. */
  private static List<Refusal> protocols(RequestContext request) {
    String own = ForwardingRulePorts.protocol(request.inputs());
    return backendService(request)
        .map(service -> service.outputs().text("protocol", ""))
        .filter(protocol -> !protocol.equals("UNSPECIFIED") && !protocol.equals(own))
        .map(
            protocol ->
                refusal(
                    "ipProtocol",
                    "IPProtocol",
                    own,
                    "invalid backend service protocol %s for forwarding rule with protocol %s"
                        .formatted(protocol, own)))
        .orElse(List.of());
  }

  private static List<Refusal> refusal(String property, String field, String value, String reason) {
    return List.of(new Refusal(property, ApiErrors.invalid(field, value, reason)));
  }

  private static Constraint elsewhere(
      String property, Function<RequestContext, Optional<StoredResource>> neighbour) {
    return apiIn(
        property,
        "The resource must be in the same region as the forwarding rule.",
        request ->
            neighbour
                .apply(request)
                .filter(
                    found ->
                        !ResourcePaths.regionOf(found.id())
                            .equals(ResourcePaths.regionOf(request.id())))
                .isPresent());
  }

  /** The path of an internal rule's network, which may be known by its subnetwork only. */
  private static Optional<String> network(RequestContext request) {
    return request
        .inputs()
        .text("network")
        .or(() -> ForwardingRules.subnetwork(request).flatMap(net -> net.outputs().text("network")))
        .map(name -> ResourcePaths.canonical(name, request.settings()));
  }
}
