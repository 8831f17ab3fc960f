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
final class Firewalls {
  static final String FIREWALL = "gcp:compute/firewall:Firewall";

  private static final Shape LAYERS =
      setOf(object(optional("ports", listOf(text())), required("protocol", text())));

  private Firewalls() {}

  static ResourceType firewall() {
    return ResourceType.named(
            FIREWALL, "https://cloud.google.com/compute/docs/reference/rest/v1/firewalls/insert")
        .has(CommonFields.early())
        .has(
            optional("allows", LAYERS),
            optional("denies", LAYERS),
            CommonFields.description(),
            ranges("destinationRanges").orComputed((request, enclosing) -> destinations(enclosing)),
            optional("direction", text().oneOf("INGRESS", "EGRESS"))
                .replaces()
                .orComputed((request, enclosing) -> "INGRESS"),
            optional("disabled", flag()),
            optional("enableLogging", flag())
                .orComputed((request, enclosing) -> enclosing.has("logConfig")),
            optional(
                "logConfig",
                object(
                    required(
                        "metadata", text().oneOf("EXCLUDE_ALL_METADATA", "INCLUDE_ALL_METADATA")))),
            required("network", Networks.A_NETWORK).shownAs(ResourceNames.link("network")),
            optional("priority", whole().between(0, 65535)).defaultsTo(1000),
            ranges("sourceRanges"),
            accounts("sourceServiceAccounts"),
            tags("sourceTags", 30),
            accounts("targetServiceAccounts"),
            tags("targetTags", 70),
            CommonFields.creationTimestamp())
        .idIs(ResourceNames.global("firewalls"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(CommonFields.needsProject(), Networks.sameProject())
        .constraint(FirewallConstraints.ofProvider())
        .constraint(FirewallConstraints.ofApi())
        .exists(CommonFields.EXISTS)
        .gone(CommonFields.GONE)
        .build();
  }

  /** At most 5,000 ranges a rule and side: https://cloud.google.com/firewall/docs/quotas. */
  private static Property ranges(String name) {
    return optional(name, most(setOf(IpRanges.CIDR), 5000));
  }

  /** Network tags, 30 as sources and 70 as targets at most: the page of {@link #ranges}. */
  private static Property tags(String name, int most) {
    return optional(name, most(setOf(CommonFields.LATE_NAME), most));
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
    return set.where(ApiErrors.tooLarge(most, "element"), value -> Values.size(value) <= most)
        .refusedAtUp();
  }

  private static List<String> destinations(Props rule) {
    return rule.text("direction", "").equals("EGRESS") ? List.of("0.0.0.0/0") : List.of();
  }
}
