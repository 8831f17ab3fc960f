package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Rules.uniqueIn;
import static anyware.sandbox.spec.Shape.decimal;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Optional;

/** Subnetworks: https://cloud.google.com/compute/docs/reference/rest/v1/subnetworks. */
final class GcpSubnets {
  static final String SUBNET = "gcp:compute/subnetwork:Subnetwork";

  /** A text that names a subnetwork. */
  static final Shape A_SUBNET = text().naming(Reference.to(GcpErrors.notFound("{value}"), SUBNET));

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
                          GcpErrors.invalid("Must be between 0 and 1."),
                          value -> value instanceof Double rate && rate >= 0 && rate <= 1)
                      .refusedAtUp())
              .defaultsTo(0.5),
          optional(
                  "metadata",
                  text().oneOf("EXCLUDE_ALL_METADATA", "INCLUDE_ALL_METADATA", "CUSTOM_METADATA"))
              .defaultsTo("INCLUDE_ALL_METADATA"),
          optional("metadataFields", setOf(text())));

  private static final Shape SECONDARY =
      object(required("ipCidrRange", GcpRanges.CIDR4), required("rangeName", GcpFields.EARLY_NAME));

  private GcpSubnets() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType subnetwork() {
    return ResourceType.named(
            SUBNET, "https://cloud.google.com/compute/docs/reference/rest/v1/subnetworks/insert")
        .has(GcpFields.early())
        .has(
            GcpFields.description().replaces(),
            required("ipCidrRange", GcpRanges.CIDR4).replacesWhen(GcpSubnets::isNoExpansion),
            optional("ipv6AccessType", text().oneOf("EXTERNAL", "INTERNAL")),
            optional("logConfig", LOGS),
            required("network", GcpNetworks.A_NETWORK).replaces().shownAs(GcpPaths.link("network")),
            optional("privateIpGoogleAccess", flag()).orComputed((at, around) -> false),
            optional(
                    "privateIpv6GoogleAccess",
                    late(
                        "DISABLE_GOOGLE_ACCESS",
                        "ENABLE_BIDIRECTIONAL_ACCESS_TO_GOOGLE",
                        "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"))
                .orComputed((at, around) -> "DISABLE_GOOGLE_ACCESS"),
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
                .orComputed((at, around) -> "PRIVATE"),
            GcpFields.region(),
            optional("role", text().oneOf("ACTIVE", "BACKUP")),
            optional("secondaryIpRanges", listOf(SECONDARY)).orComputed((at, around) -> List.of()),
            optional("stackType", text().oneOf("IPV4_ONLY", "IPV4_IPV6"))
                .orComputed((at, around) -> "IPV4_ONLY"))
        .has(
            GcpFields.creationTimestamp(),
            computed("externalIpv6Prefix", (at, around) -> ""),
            computed("fingerprint", (at, around) -> at.hex("fingerprint", 11) + "="),
            computed("gatewayAddress", (at, around) -> gateway(around)),
            computed("internalIpv6Prefix", (at, around) -> ""),
            computed("ipv6CidrRange", (at, around) -> ""))
        .idIs(GcpPaths.regional("subnetworks"))
        .autoNamed(GcpFields.AUTO_NAME)
        .completedBy(GcpPaths::completed)
        .rule(GcpFields.needsProject(), GcpFields.needsRegion())
        .rule(
            uniqueIn(
                    "secondaryIpRanges",
                    GcpErrors.invalid(
                        "resource.secondaryIpRanges.rangeName",
                        "{rangeName}",
                        "Secondary range names must be unique within the subnetwork."),
                    range -> range.text("rangeName", ""))
                .at(Step.UP))
        .rule(GcpSubnetRules.all())
        .exists(GcpFields.EXISTS)
        .inUse(GcpErrors.inUse("subnetwork", "{users}"))
        .gone(GcpFields.GONE)
        .build();
  }

  private static Shape late(String... values) {
    return text()
        .where(
            GcpErrors.invalid("Must be one of " + List.of(values) + "."), List.of(values)::contains)
        .refusedAtUp();
  }

  /** A range can grow in place; any other change makes a new subnetwork. */
  private static boolean isNoExpansion(Object old, Object now) {
    Optional<Range> before = Range.of(String.valueOf(old));
    Optional<Range> after = Range.of(String.valueOf(now));
    return before.isEmpty() || after.filter(wider -> wider.contains(before.get())).isEmpty();
  }

  private static String gateway(Props subnet) {
    return subnet.text("ipCidrRange").flatMap(Range::of).map(range -> range.address(1)).orElse("");
  }
}
