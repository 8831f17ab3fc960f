package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.StoredResource;
import java.util.Map;
import java.util.Optional;

/**
 * Global forwarding rules:
 * https://cloud.google.com/compute/docs/reference/rest/v1/globalForwardingRules.
 */
final class GlobalForwardingRules {
  static final String GLOBAL_FORWARDING_RULE =
      "gcp:compute/globalForwardingRule:GlobalForwardingRule";

  private static final Computation EMPTY = (request, enclosing) -> "";

  private static final Shape A_TARGET =
      text()
          .naming(
              Reference.to(
                  ApiErrors.notFound("{value}"),
                  TargetProxies.HTTPS_PROXY,
                  TargetProxies.HTTP_PROXY))
          .suppressing(Spellings.PATH);

  private static final Shape METADATA_FILTER =
      object(
          required(
              "filterLabels",
              listOf(object(required("name", text()), required("value", text()))).items(1, 64)),
          required("filterMatchCriteria", text().oneOf("MATCH_ANY", "MATCH_ALL")));

  private GlobalForwardingRules() {}

  static ResourceType forwardingRule() {
    return ResourceType.named(
            GLOBAL_FORWARDING_RULE,
            "https://cloud.google.com/compute/docs/reference/rest/v1/globalForwardingRules/insert")
        .has(CommonFields.late())
        .has(Labels.properties())
        .has(
            optional("allowPscGlobalAccess", flag()),
            CommonFields.description().replaces(),
            optional("ipAddress", text().suppressing(Spellings.ADDRESS_OR_NAME))
                .replaces()
                .kept()
                .shownAs(GlobalForwardingRules::address),
            optional(
                    "ipProtocol",
                    text()
                        .oneOf("TCP", "UDP", "ESP", "AH", "SCTP", "ICMP")
                        .suppressing(Spellings.CASELESS))
                .replaces()
                .kept()
                .orComputed((request, enclosing) -> "TCP"),
            optional("ipVersion", text().oneOf("IPV4", "IPV6")).replaces(),
            optional(
                    "loadBalancingScheme",
                    text()
                        .oneOf(
                            "EXTERNAL",
                            "EXTERNAL_MANAGED",
                            "INTERNAL_MANAGED",
                            "INTERNAL_SELF_MANAGED"))
                .replaces()
                .defaultsTo("EXTERNAL"),
            optional("metadataFilters", listOf(METADATA_FILTER)).replaces(),
            optional("network", Networks.A_NETWORK)
                .replaces()
                .kept()
                .shownAs(ResourceNames.link("network")),
            optional("noAutomateDnsZone", flag()).replaces(),
            optional("portRange", text().suppressing(Spellings.PORT_RANGE))
                .replaces()
                .shownAs((request, enclosing) -> portRange(enclosing)),
            optional("sourceIpRanges", listOf(text())).replaces(),
            optional("subnetwork", Subnetworks.A_SUBNETWORK)
                .replaces()
                .kept()
                .shownAs(ResourceNames.link("subnetwork")),
            required("target", A_TARGET).shownAs(ResourceNames.link("target")))
        .has(
            computed("baseForwardingRule", EMPTY),
            computed("pscConnectionId", EMPTY),
            computed("pscConnectionStatus", EMPTY))
        .idIs(ResourceNames.global("forwardingRules"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(
            GlobalNames.completed(Map.of("target", "targetHttpsProxies", "network", "networks")))
        .constraint(CommonFields.needsProject(), Labels.constraint())
        .constraint(GlobalForwardingRuleConstraints.constraints())
        .exists(CommonFields.EXISTS)
        .gone(CommonFields.GONE)
        .build();
  }

  /** The reserved address that a rule names, by link, by name or by number. */
  static Optional<StoredResource> reserved(RequestContext request) {
    return request
        .inputs()
        .text("ipAddress")
        .flatMap(
            wanted ->
                request.find(
                    GlobalAddresses.GLOBAL_ADDRESS,
                    wanted.contains("/") || IpRanges.isAddress(wanted)
                        ? wanted
                        : "global/addresses/" + wanted));
  }

  private static Object address(RequestContext request, Props enclosing) {
    return request
        .old()
        .flatMap(old -> old.outputs().text("ipAddress"))
        .or(() -> reserved(request).flatMap(found -> found.outputs().text("address")))
        .or(() -> enclosing.text("ipAddress"))
        .orElseGet(() -> request.publicAddress("ipAddress"));
  }

  private static Object portRange(Props rule) {
    return rule.text("portRange")
        .map(text -> PortRange.of(text, 1).map(PortRange::toString).orElse(text))
        .orElse("");
  }
}
