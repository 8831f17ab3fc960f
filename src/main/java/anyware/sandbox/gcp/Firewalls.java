package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** VPC firewall rules: https://cloud.google.com/compute/docs/reference/rest/v1/firewalls. */
final class Firewalls {
  static final String FIREWALL = "gcp:compute/firewall:Firewall";

  private static final Shape LAYERS =
      setOf(
          object(
              // A list, but the provider's hash of a layer sorts it.
              optional("ports", setOf(text())),
              required("protocol", text().suppressing(Spellings.CASELESS))));

  private static final String EVERYWHERE = "0.0.0.0/0";

  private Firewalls() {}

  static ResourceType firewall() {
    return ResourceType.named(
            FIREWALL, "https://cloud.google.com/compute/docs/reference/rest/v1/firewalls/insert")
        .has(CommonFields.early())
        .has(
            optional("allows", LAYERS),
            optional("denies", LAYERS),
            CommonFields.description(),
            ranges("destinationRanges")
                .kept()
                .shownAs((request, enclosing) -> destinations(enclosing)),
            optional("direction", text().oneOf("INGRESS", "EGRESS"))
                .replaces()
                .orComputed((request, enclosing) -> "INGRESS"),
            optional("disabled", flag()).shownAs((request, rule) -> rule.isTrue("disabled")),
            // The provider never reads it.
            optional("enableLogging", flag()).kept(),
            optional(
                    "logConfig",
                    object(
                        required(
                            "metadata",
                            text().oneOf("EXCLUDE_ALL_METADATA", "INCLUDE_ALL_METADATA"))))
                .shownAs(Firewalls::logConfig),
            required("network", Networks.A_NETWORK).shownAs(ResourceNames.link("network")),
            optional("priority", whole().between(0, 65535)).defaultsTo(1000),
            sourceRanges(),
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
    List<String> given = rule.texts("destinationRanges");
    return given.isEmpty() && rule.text("direction", "").equals("EGRESS")
        ? List.of(EVERYWHERE)
        : IpRanges.canonical(given);
  }

  /**
   * The provider takes the loss of the only range for no change of their number; of the range
   * itself, unless it is everywhere, it takes it for a change, whose request then has the range
   * again (diffSuppressSourceRanges,
   * https://github.com/hashicorp/terraform-provider-google/blob/v5.0.0/google/services/compute/resource_compute_firewall.go).
   */
  private static Property sourceRanges() {
    return optional(
            "sourceRanges",
            most(setOf(IpRanges.CIDR), 5000)
                .suppressing((shown, now) -> now.equals("") && isEverywhere(shown)))
        .shownAs(Firewalls::sources);
  }

  private static boolean isEverywhere(Object ranges) {
    return ranges.equals(List.of(EVERYWHERE));
  }

  /** Without any source the API fills in everywhere. */
  private static @Nullable Object sources(RequestContext request, Props rule) {
    List<String> given = rule.texts("sourceRanges");
    List<String> had =
        request.old().map(old -> old.outputs().texts("sourceRanges")).orElse(List.of());
    if (!given.isEmpty()) {
      return IpRanges.canonical(given);
    }
    if (had.size() == 1) {
      return had;
    }
    boolean ingress = !rule.text("direction", "").equals("EGRESS");
    boolean others =
        CommonFields.says(rule, "sourceTags") || CommonFields.says(rule, "sourceServiceAccounts");
    return ingress && !others ? List.of(EVERYWHERE) : null;
  }

  /** The API fills in the rest of a log that is merely switched on. */
  private static @Nullable Object logConfig(RequestContext request, Props rule) {
    if (rule.has("logConfig")) {
      return rule.object("logConfig");
    }
    return rule.isTrue("enableLogging") ? Map.of("metadata", "INCLUDE_ALL_METADATA") : null;
  }
}
