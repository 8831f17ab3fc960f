package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.GcpErrors.apiIn;
import static anyware.sandbox.spec.Rules.refuseIn;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the API refuses about a forwarding rule among its neighbours: backend service, address,
 * network; the page is that of {@link GcpForwardingShape}.
 */
final class GcpForwardingPlace {
  private GcpForwardingPlace() {}

  /**
   * The rules.
   *
   * @return them
   */
  static Rule[] rules() {
    return new Rule[] {
      new Rule(Step.UP, GcpForwardingPlace::schemes),
      new Rule(Step.UP, GcpForwardingPlace::protocols),
      elsewhere("backendService", GcpForwardingPlace::backendService),
      elsewhere("ipAddress", GcpForwardingRules::reserved),
      elsewhere("subnetwork", GcpForwardingRules::subnetwork),
      apiIn("ipAddress", "Invalid IP address specified.", GcpForwardingPlace::unknownAddress),
      apiIn(
          "networkTier",
          "The network tier must be that of the address.",
          at ->
              at.inputs().has("networkTier")
                  && GcpForwardingRules.reserved(at)
                      .map(address -> address.outputs().text("networkTier"))
                      .filter(tier -> !tier.equals(at.inputs().text("networkTier")))
                      .isPresent()),
      apiIn(
          "ipAddress",
          "Specified IP address is in-use and would result in a conflict.",
          GcpForwardingPlace::conflicts),
      GcpNetworks.needsNetwork(
          "network",
          rule ->
              GcpForwardingRules.isInternal(rule)
                  && !rule.has("network")
                  && !rule.has("subnetwork")),
      apiIn(
          "subnetwork",
          "A subnetwork must be specified when the network is in custom subnet mode.",
          at ->
              GcpForwardingRules.isInternal(at.inputs())
                  && !at.inputs().has("subnetwork")
                  && at.inputs()
                      .text("network")
                      .flatMap(name -> at.find(GcpNetworks.NETWORK, name))
                      .filter(net -> !net.inputs().isTrue("autoCreateSubnetworks"))
                      .isPresent()),
      refuseIn(
              "subnetwork",
              "googleapi: Error 400: Subnetwork \"{subnetwork}\" is not valid for Network"
                  + " \"{network}\"., badRequest",
              at ->
                  at.inputs().has("network")
                      && GcpForwardingRules.subnetwork(at)
                          .map(net -> net.outputs().text("network", ""))
                          .map(link -> GcpPaths.canonical(link, at.settings()))
                          .filter(
                              path ->
                                  !path.equals(
                                      GcpPaths.canonical(
                                          at.inputs().text("network", ""), at.settings())))
                          .isPresent())
          .at(Step.UP)
    };
  }

  private static Optional<Stored> backendService(Situation at) {
    return at.inputs()
        .text("backendService")
        .flatMap(name -> at.find(GcpBackendServices.BACKEND_SERVICE, name));
  }

  private static List<Refusal> schemes(Situation at) {
    String own = at.inputs().text("loadBalancingScheme", "");
    return backendService(at)
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
  private static List<Refusal> protocols(Situation at) {
    String own = GcpForwardingShape.protocol(at.inputs());
    return backendService(at)
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
    return List.of(new Refusal(property, GcpErrors.invalid(field, value, reason)));
  }

  private static Rule elsewhere(String property, Function<Situation, Optional<Stored>> neighbour) {
    return apiIn(
        property,
        "The resource must be in the same region as the forwarding rule.",
        at ->
            neighbour
                .apply(at)
                .filter(found -> !GcpPaths.regionOf(found.id()).equals(GcpPaths.regionOf(at.id())))
                .isPresent());
  }

  /** An external rule takes reserved addresses only, an internal one any of its subnetwork. */
  private static boolean unknownAddress(Situation at) {
    Optional<String> wanted = at.inputs().text("ipAddress");
    boolean internal = GcpForwardingRules.isInternal(at.inputs());
    Optional<Stored> address = GcpForwardingRules.reserved(at);
    if (address.isPresent()) {
      return internal != address.get().inputs().text("addressType", "").equals("INTERNAL");
    }
    return wanted
        .filter(
            ip ->
                !internal
                    || !GcpRanges.isAddress(ip)
                    || GcpForwardingRules.subnetwork(at)
                        .filter(net -> GcpInternal.holds(net, ip))
                        .isEmpty())
        .isPresent();
  }

  private static boolean conflicts(Situation at) {
    Optional<String> wanted =
        GcpForwardingRules.reserved(at)
            .flatMap(address -> address.outputs().text("address"))
            .or(() -> at.inputs().text("ipAddress"));
    return wanted.isPresent()
        && at.all(GcpForwardingRules.FORWARDING_RULE).stream()
            .filter(other -> !other.id().equals(at.id()))
            .filter(other -> other.outputs().text("ipAddress").equals(wanted))
            .anyMatch(other -> overlap(other.inputs(), at.inputs()));
  }

  private static boolean overlap(Props one, Props other) {
    return GcpForwardingShape.protocol(one).equals(GcpForwardingShape.protocol(other))
        && GcpForwardingShape.portsOf(one).stream()
            .anyMatch(
                ports -> GcpForwardingShape.portsOf(other).stream().anyMatch(ports::overlaps));
  }
}
