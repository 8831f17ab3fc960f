package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Stored;
import anyware.sandbox.spec.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Regional forwarding rules:
 * https://cloud.google.com/compute/docs/reference/rest/v1/forwardingRules.
 */
final class GcpForwardingRules {
  static final String FORWARDING_RULE = "gcp:compute/forwardingRule:ForwardingRule";

  private static final Computation EMPTY = (at, around) -> "";

  private GcpForwardingRules() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType forwardingRule() {
    return ResourceType.named(
            FORWARDING_RULE,
            "https://cloud.google.com/compute/docs/reference/rest/v1/forwardingRules/insert")
        .has(GcpFields.late())
        .has(GcpLabels.properties())
        .has(
            optional("allPorts", flag()).replaces(),
            optional("allowGlobalAccess", flag()),
            optional("allowPscGlobalAccess", flag()),
            optional("backendService", GcpBackendServices.A_BACKEND_SERVICE)
                .replaces()
                .shownAs(GcpPaths.link("backendService")),
            GcpFields.description().replaces(),
            optional("ipAddress", text()).replaces().shownAs(GcpForwardingRules::address),
            optional(
                    "ipProtocol",
                    text().oneOf("TCP", "UDP", "ESP", "AH", "SCTP", "ICMP", "L3_DEFAULT"))
                .replaces()
                .orComputed((at, around) -> "TCP"),
            optional("ipVersion", text().oneOf("IPV4", "IPV6"))
                .replaces()
                .orComputed((at, around) -> "IPV4"),
            optional("isMirroringCollector", flag()).replaces(),
            optional(
                    "loadBalancingScheme",
                    text().oneOf("EXTERNAL", "EXTERNAL_MANAGED", "INTERNAL", "INTERNAL_MANAGED"))
                .replaces()
                .defaultsTo("EXTERNAL"),
            optional("network", GcpNetworks.A_NETWORK)
                .replaces()
                .shownAs(GcpForwardingRules::network),
            optional("networkTier", text().oneOf("PREMIUM", "STANDARD"))
                .replaces()
                .orComputed(GcpForwardingRules::tier),
            optional("noAutomateDnsZone", flag()).replaces())
        .has(
            optional("portRange", text()).replaces().shownAs((at, around) -> portRange(around)),
            optional(
                    "ports",
                    setOf(text())
                        .where(
                            "Too many list items. Attribute {property} supports 5 item maximum",
                            value -> Values.size(value) <= 5))
                .replaces(),
            GcpFields.region(),
            optional(
                    "serviceDirectoryRegistrations",
                    object(optional("namespace", text()), optional("service", text())))
                .replaces(),
            optional("serviceLabel", GcpFields.EARLY_NAME).replaces(),
            optional("sourceIpRanges", listOf(text())).replaces(),
            optional("subnetwork", GcpSubnets.A_SUBNET)
                .replaces()
                .shownAs(GcpPaths.link("subnetwork")),
            optional("target", text()))
        .has(
            computed("baseForwardingRule", EMPTY),
            GcpFields.creationTimestamp(),
            computed("pscConnectionId", EMPTY),
            computed("pscConnectionStatus", EMPTY),
            computed("serviceName", (at, around) -> serviceName(at)))
        .idIs(GcpPaths.regional("forwardingRules"))
        .autoNamed(GcpFields.AUTO_NAME)
        .completedBy(GcpPaths::completed)
        .rule(GcpFields.needsProject(), GcpFields.needsRegion(), GcpLabels.rule())
        .rule(GcpForwardingShape.rules())
        .rule(GcpForwardingPlace.rules())
        .exists(GcpFields.EXISTS)
        .gone(GcpFields.GONE)
        .build();
  }

  /**
   * The reserved address that a rule names, by link or by number.
   *
   * @param at the request
   * @return the address
   */
  static Optional<Stored> reserved(Situation at) {
    return at.inputs().text("ipAddress").flatMap(name -> at.find(GcpAddresses.ADDRESS, name));
  }

  /**
   * The subnetwork of a rule.
   *
   * @param at the request
   * @return the subnetwork
   */
  static Optional<Stored> subnetwork(Situation at) {
    return at.inputs().text("subnetwork").flatMap(name -> at.find(GcpSubnets.SUBNET, name));
  }

  /**
   * Tells whether a rule belongs to an internal load balancer.
   *
   * @param rule the rule
   * @return whether it does
   */
  static boolean isInternal(Props rule) {
    return rule.text("loadBalancingScheme", "").startsWith("INTERNAL");
  }

  private static @Nullable Object address(Situation at, Props around) {
    Optional<String> given =
        reserved(at)
            .flatMap(found -> found.outputs().text("address"))
            .or(() -> around.text("ipAddress"));
    if (given.isPresent()) {
      return given.get();
    }
    return isInternal(around)
        ? subnetwork(at).map(net -> GcpInternal.free(at, net, "ipAddress")).orElse(null)
        : at.publicAddress("ipAddress");
  }

  private static @Nullable Object network(Situation at, Props around) {
    if (around.has("network") || !isInternal(around)) {
      return GcpPaths.link("network").value(at, around);
    }
    return subnetwork(at).flatMap(net -> net.outputs().text("network")).orElse(null);
  }

  private static Object tier(Situation at, Props around) {
    return reserved(at).flatMap(found -> found.outputs().text("networkTier")).orElse("PREMIUM");
  }

  private static @Nullable Object portRange(Props rule) {
    return rule.text("portRange")
        .map(text -> GcpPorts.of(text, 1).map(GcpPorts::toString).orElse(text))
        .orElse(null);
  }

  private static String serviceName(Situation at) {
    return at.inputs()
        .text("serviceLabel")
        .map(
            label ->
                label
                    + "."
                    + at.inputs().text("name", "")
                    + ".il4."
                    + GcpPaths.region(at).orElse("")
                    + ".lb."
                    + GcpPaths.project(at).orElse("")
                    + ".internal")
        .orElse("");
  }
}
