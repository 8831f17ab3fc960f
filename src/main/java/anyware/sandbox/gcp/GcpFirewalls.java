package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;
import java.util.List;

/** VPC firewall rules: https://cloud.google.com/compute/docs/reference/rest/v1/firewalls. */
final class GcpFirewalls {
  static final String FIREWALL = "gcp:compute/firewall:Firewall";

  private static final Shape LAYERS =
      setOf(object(optional("ports", listOf(text())), required("protocol", text())));

  private GcpFirewalls() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType firewall() {
    return ResourceType.named(
            FIREWALL, "https://cloud.google.com/compute/docs/reference/rest/v1/firewalls/insert")
        .has(GcpFields.early())
        .has(
            optional("allows", LAYERS),
            optional("denies", LAYERS),
            GcpFields.description(),
            ranges("destinationRanges").orComputed((at, around) -> destinations(around)),
            optional("direction", text().oneOf("INGRESS", "EGRESS"))
                .replaces()
                .orComputed((at, around) -> "INGRESS"),
            optional("disabled", flag()),
            optional("enableLogging", flag()).orComputed((at, around) -> around.has("logConfig")),
            optional(
                "logConfig",
                object(
                    required(
                        "metadata", text().oneOf("EXCLUDE_ALL_METADATA", "INCLUDE_ALL_METADATA")))),
            required("network", GcpNetworks.A_NETWORK).shownAs(GcpPaths.link("network")),
            optional("priority", whole().between(0, 65535)).defaultsTo(1000),
            ranges("sourceRanges"),
            accounts("sourceServiceAccounts"),
            tags("sourceTags", 30),
            accounts("targetServiceAccounts"),
            tags("targetTags", 70),
            GcpFields.creationTimestamp())
        .idIs(GcpPaths.global("firewalls"))
        .autoNamed(GcpFields.AUTO_NAME)
        .completedBy(GcpPaths::completed)
        .rule(GcpFields.needsProject())
        .rule(GcpFirewallRules.ofProvider())
        .rule(GcpFirewallRules.ofApi())
        .exists(GcpFields.EXISTS)
        .gone(GcpFields.GONE)
        .build();
  }

  /** At most 5,000 ranges a rule and side: https://cloud.google.com/firewall/docs/quotas. */
  private static Property ranges(String name) {
    return optional(name, most(setOf(GcpRanges.CIDR), 5000));
  }

  /** Network tags, 30 as sources and 70 as targets at most: the page of {@link #ranges}. */
  private static Property tags(String name, int most) {
    return optional(name, most(setOf(GcpFields.LATE_NAME), most));
  }

  /** Service accounts; the provider counts them. */
  private static Property accounts(String name) {
    return optional(
        name,
        setOf(text())
            .where(
                "Too many list items. Attribute {property} supports 10 item maximum",
                value -> Values.size(value) <= 10));
  }

  private static Shape most(Shape set, int most) {
    return set.where(GcpErrors.tooLarge(most, "element"), value -> Values.size(value) <= most)
        .refusedAtUp();
  }

  private static List<String> destinations(Props rule) {
    return rule.text("direction", "").equals("EGRESS") ? List.of("0.0.0.0/0") : List.of();
  }
}
