package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.uniqueIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.decimal;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Optional;

/** Subnetworks: https://cloud.google.com/compute/docs/reference/rest/v1/subnetworks. */
final class Subnetworks {
  static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";

  /** A text that names a subnetwork. */
  static final Shape A_SUBNETWORK =
      text()
          .naming(Reference.to(ApiErrors.notFound("{value}"), SUBNETWORK))
          .suppressing(Spellings.LINK_OR_NAME);

  private static final Shape LOGS =
      object(
          optional(
                  "aggregationInterval",
                  text()
                      .oneOf(
                          "INTERVAL_5_SEC",
                          "INTERVAL_30_SEC",
                          "INTERVAL_1_MIN",
                          "INTERVAL_5_MIN",
                          "INTERVAL_10_MIN",
                          "INTERVAL_15_MIN"))
              .defaultsTo("INTERVAL_5_SEC"),
          optional("filterExpr", text()).defaultsTo("true"),
          optional(
                  "flowSampling",
                  decimal()
                      .where(
                          ApiErrors.invalid("Must be between 0 and 1."),
                          value -> value instanceof Double rate && rate >= 0 && rate <= 1)
                      .refusedAtUp())
              .defaultsTo(0.5),
          optional(
                  "metadata",
                  text().oneOf("EXCLUDE_ALL_METADATA", "INCLUDE_ALL_METADATA", "CUSTOM_METADATA"))
              .defaultsTo("INCLUDE_ALL_METADATA"),
          optional("metadataFields", setOf(text())));

  private static final Shape SECONDARY =
      object(
          required("ipCidrRange", IpRanges.CIDR4), required("rangeName", CommonFields.EARLY_NAME));

  private Subnetworks() {}

  static ResourceType subnetwork() {
    return ResourceType.named(
            SUBNETWORK,
            "https://cloud.google.com/compute/docs/reference/rest/v1/subnetworks/insert")
        .has(CommonFields.early())
        .has(
            CommonFields.description().replaces(),
            required("ipCidrRange", IpRanges.CIDR4).replacesWhen(Subnetworks::isNoExpansion),
            optional("ipv6AccessType", text().oneOf("EXTERNAL", "INTERNAL")),
            optional("logConfig", LOGS),
            required("network", Networks.A_NETWORK)
                .replaces()
                .shownAs(ResourceNames.link("network")),
            optional("privateIpGoogleAccess", flag())
                .kept()
                .orComputed((request, enclosing) -> false),
            optional(
                    "privateIpv6GoogleAccess",
                    late(
                        "DISABLE_GOOGLE_ACCESS",
                        "ENABLE_BIDIRECTIONAL_ACCESS_TO_GOOGLE",
                        "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"))
                .kept()
                .orComputed((request, enclosing) -> "DISABLE_GOOGLE_ACCESS"),
            optional(
                    "purpose",
                    late(
                        "PRIVATE",
                        "PRIVATE_RFC_1918",
                        "REGIONAL_MANAGED_PROXY",
                        "GLOBAL_MANAGED_PROXY",
                        "INTERNAL_HTTPS_LOAD_BALANCER",
                        "PRIVATE_SERVICE_CONNECT",
                        "PRIVATE_NAT"))
                .replaces()
                .orComputed((request, enclosing) -> "PRIVATE"),
            CommonFields.region(),
            optional("role", text().oneOf("ACTIVE", "BACKUP")),
            optional("secondaryIpRanges", setOf(SECONDARY))
                .kept()
                .orComputed((request, enclosing) -> List.of()),
            optional("stackType", text().oneOf("IPV4_ONLY", "IPV4_IPV6"))
                .kept()
                .orComputed((request, enclosing) -> "IPV4_ONLY"))
        .has(
            CommonFields.creationTimestamp(),
            computed(
                "externalIpv6Prefix", (request, enclosing) -> ipv6(request, enclosing, "EXTERNAL")),
            computed("fingerprint", (request, enclosing) -> request.hex("fingerprint", 11) + "="),
            computed("gatewayAddress", (request, enclosing) -> gateway(enclosing)),
            computed(
                "internalIpv6Prefix", (request, enclosing) -> ipv6(request, enclosing, "INTERNAL")),
            computed(
                "ipv6CidrRange",
                (request, enclosing) ->
                    ipv6(request, enclosing, "EXTERNAL") + ipv6(request, enclosing, "INTERNAL")))
        .idIs(ResourceNames.regional("subnetworks"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(CommonFields.needsProject(), CommonFields.needsRegion(), Networks.sameProject())
        .constraint(
            uniqueIn(
                    "secondaryIpRanges",
                    ApiErrors.invalid(
                        "resource.secondaryIpRanges.rangeName",
                        "{rangeName}",
                        "Secondary range names must be unique within the subnetwork."),
                    range -> range.text("rangeName", ""))
                .at(Step.UP))
        .constraint(SubnetworkConstraints.all())
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("subnetwork", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  private static Shape late(String... values) {
    return text()
        .where(
            ApiErrors.invalid("Must be one of " + List.of(values) + "."), List.of(values)::contains)
        .refusedAtUp();
  }

  /** A range can grow in place; any other change makes a new subnetwork. */
  private static boolean isNoExpansion(Object old, Object now) {
    Optional<CidrBlock> before = CidrBlock.of(String.valueOf(old));
    Optional<CidrBlock> after = CidrBlock.of(String.valueOf(now));
    return before.isEmpty() || after.filter(wider -> wider.contains(before.get())).isEmpty();
  }

  private static String ipv6(RequestContext request, Props subnet, String access) {
    return Ipv6Ranges.ofSubnetwork(
        request, subnet, request.find(Networks.NETWORK, subnet.text("network", "")), access);
  }

  private static String gateway(Props subnet) {
    return subnet
        .text("ipCidrRange")
        .flatMap(CidrBlock::of)
        .map(range -> range.address(1))
        .orElse("");
  }
}
