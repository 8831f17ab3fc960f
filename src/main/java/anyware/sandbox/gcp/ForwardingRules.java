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
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Regional forwarding rules:
 * https://cloud.google.com/compute/docs/reference/rest/v1/forwardingRules.
 */
final class ForwardingRules {
  static final String FORWARDING_RULE = "gcp:compute/forwardingRule:ForwardingRule";

  private static final Computation EMPTY = (request, enclosing) -> "";

  private ForwardingRules() {}

  static ResourceType forwardingRule() {
    return ResourceType.named(
            FORWARDING_RULE,
            "https://cloud.google.com/compute/docs/reference/rest/v1/forwardingRules/insert")
        .has(CommonFields.late())
        .has(Labels.properties())
        .has(
            optional("allPorts", flag()).replaces(),
            optional("allowGlobalAccess", flag()),
            optional("allowPscGlobalAccess", flag()),
            optional("backendService", BackendServices.A_BACKEND_SERVICE)
                .replaces()
                .shownAs(ResourceNames.link("backendService")),
            CommonFields.description().replaces(),
            optional("ipAddress", text().suppressing(Spellings.ADDRESS_OR_NAME))
                .replaces()
                .kept()
                .shownAs(ForwardingRules::address),
            optional(
                    "ipProtocol",
                    text().oneOf("TCP", "UDP", "ESP", "AH", "SCTP", "ICMP", "L3_DEFAULT"))
                .replaces()
                .orComputed((request, enclosing) -> "TCP"),
            optional("ipVersion", text().oneOf("IPV4", "IPV6"))
                .replaces()
                .orComputed((request, enclosing) -> "IPV4"),
            optional("isMirroringCollector", flag()).replaces(),
            optional(
                    "loadBalancingScheme",
                    text().oneOf("EXTERNAL", "EXTERNAL_MANAGED", "INTERNAL", "INTERNAL_MANAGED"))
                .replaces()
                .defaultsTo("EXTERNAL"),
            optional("network", Networks.A_NETWORK)
                .replaces()
                .kept()
                .shownAs(ForwardingRules::network),
            optional("networkTier", text().oneOf("PREMIUM", "STANDARD"))
                .replaces()
                .orComputed(ForwardingRules::tier),
            optional("noAutomateDnsZone", flag()).replaces())
        .has(
            optional("portRange", text().suppressing(Spellings.PORT_RANGE))
                .replaces()
                .kept()
                .shownAs((request, enclosing) -> portRange(enclosing)),
            optional(
                    "ports",
                    setOf(text())
                        .where(
                            "Too many list items. Attribute {property} supports 5 item maximum",
                            value -> Values.size(value) <= 5))
                .replaces(),
            CommonFields.region(),
            optional(
                    "serviceDirectoryRegistrations",
                    object(optional("namespace", text()).kept(), optional("service", text())))
                .replaces()
                .kept(),
            optional("serviceLabel", CommonFields.EARLY_NAME).replaces(),
            optional("sourceIpRanges", listOf(text())).replaces(),
            optional("subnetwork", Subnetworks.A_SUBNETWORK)
                .replaces()
                .kept()
                .shownAs(ResourceNames.link("subnetwork")),
            optional("target", text().suppressing(Spellings.PATH)))
        .has(
            computed("baseForwardingRule", EMPTY),
            CommonFields.creationTimestamp(),
            computed("pscConnectionId", EMPTY),
            computed("pscConnectionStatus", EMPTY),
            computed("serviceName", (request, enclosing) -> serviceName(request)))
        .idIs(ResourceNames.regional("forwardingRules"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(CommonFields.needsProject(), CommonFields.needsRegion(), Labels.constraint())
        .constraint(ForwardingRulePorts.constraints())
        .constraint(ForwardingRuleConstraints.constraints())
        .exists(CommonFields.EXISTS)
        .gone(CommonFields.GONE)
        .build();
  }

  /**
   * The reserved address that a rule names, by link or by number. The number of an internal one
   * counts in the rule's subnetwork only.
   *
   * @param request the request
   * @return the address
   */
  static Optional<StoredResource> reserved(RequestContext request) {
    Optional<String> wanted = request.inputs().text("ipAddress");
    if (wanted.filter(IpRanges::isAddress).isEmpty() || !isInternal(request.inputs())) {
      return wanted.flatMap(name -> request.find(Addresses.ADDRESS, name));
    }
    return request.all(Addresses.ADDRESS).stream()
        .filter(address -> address.outputs().text("address").equals(wanted))
        .filter(
            address ->
                subnetwork(request).filter(net -> InternalAddresses.isOf(net, address)).isPresent())
        .findFirst();
  }

  /**
   * The subnetwork of a rule.
   *
   * @param request the request
   * @return the subnetwork
   */
  static Optional<StoredResource> subnetwork(RequestContext request) {
    return request
        .inputs()
        .text("subnetwork")
        .flatMap(name -> request.find(Subnetworks.SUBNETWORK, name));
  }

  /**
   * Tells whether a rule belongs to an internal load balancer.
   *
   * @param rule the rule
   */
  static boolean isInternal(Props rule) {
    return rule.text("loadBalancingScheme", "").startsWith("INTERNAL");
  }

  private static @Nullable Object address(RequestContext request, Props enclosing) {
    Optional<String> given =
        request
            .old()
            .flatMap(old -> old.outputs().text("ipAddress"))
            .or(
                () ->
                    reserved(request)
                        .flatMap(found -> found.outputs().text("address"))
                        .map(Ipv6Ranges::shown))
            .or(() -> enclosing.text("ipAddress"));
    if (given.isPresent()) {
      return given.get();
    }
    if (Ipv6Ranges.isMeant(enclosing)) {
      return subnetwork(request)
          .flatMap(
              net ->
                  Ipv6Ranges.reserve(
                      request, net, Optional.of("NETLB").filter(any -> !isInternal(enclosing))))
          .map(Ipv6Ranges::shown)
          .orElse(null);
    }
    return isInternal(enclosing)
        ? subnetwork(request)
            .map(net -> InternalAddresses.free(request, net, "ipAddress"))
            .orElse(null)
        : request.publicAddress("ipAddress");
  }

  private static @Nullable Object network(RequestContext request, Props enclosing) {
    if (enclosing.has("network") || !isInternal(enclosing)) {
      return ResourceNames.link("network").value(request, enclosing);
    }
    return subnetwork(request).flatMap(net -> net.outputs().text("network")).orElse(null);
  }

  private static Object tier(RequestContext request, Props enclosing) {
    return reserved(request)
        .flatMap(found -> found.outputs().text("networkTier"))
        .orElse("PREMIUM");
  }

  private static @Nullable Object portRange(Props rule) {
    return rule.text("portRange")
        .map(text -> PortRange.of(text, 1).map(PortRange::toString).orElse(text))
        .orElse(null);
  }

  private static String serviceName(RequestContext request) {
    return request
        .inputs()
        .text("serviceLabel")
        .map(
            label ->
                label
                    + "."
                    + request.inputs().text("name", "")
                    + ".il4."
                    + ResourceNames.region(request).orElse("")
                    + ".lb."
                    + ResourceNames.project(request).orElse("")
                    + ".internal")
        .orElse("");
  }
}
