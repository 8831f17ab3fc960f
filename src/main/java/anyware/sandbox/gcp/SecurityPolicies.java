package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.uniqueIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cloud Armor's global security policies:
 * https://cloud.google.com/compute/docs/reference/rest/v1/securityPolicies. Of preconfigured rules,
 * rate limits and what is done to a request's headers nothing is looked into.
 */
final class SecurityPolicies {
  static final String SECURITY_POLICY = "gcp:compute/securityPolicy:SecurityPolicy";

  /** A text that names a global security policy. */
  static final Shape A_SECURITY_POLICY = GlobalNames.of(SECURITY_POLICY);

  private static final long DEFAULT_PRIORITY = 2_147_483_647L;

  /** https://cloud.google.com/armor/quotas */
  private static final int MOST_RULES = 200;

  private static final Shape RANGE =
      text()
          .where(
              ApiErrors.invalid("Must be an IP range in CIDR notation, or *."),
              value ->
                  value.equals("*")
                      || CidrBlock.of(String.valueOf(value)).isPresent()
                      || IpRanges.isAddress(String.valueOf(value)))
          .refusedAtUp();

  private static final Shape MATCH =
      object(
          optional(
              "config",
              object(
                  required(
                      "srcIpRanges",
                      setOf(RANGE)
                          .where(
                              "Not enough list items. Attribute {property} requires 1 item minimum",
                              value -> Values.size(value) >= 1)
                          .where(
                              "Too many list items. Attribute {property} supports 10 item maximum",
                              value -> Values.size(value) <= 10)))),
          optional("expr", object(required("expression", text()))),
          optional("versionedExpr", text().oneOf("SRC_IPS_V1")));

  private static final Shape RULE =
      object(
          required(
              "action",
              text()
                  .matching(
                      "allow|deny\\((403|404|502)\\)|rate_based_ban|redirect|throttle",
                      ApiErrors.invalid(
                          "Must be allow, deny(403), deny(404), deny(502), rate_based_ban, redirect"
                              + " or throttle."))
                  .refusedAtUp()),
          optional("description", late(64)).defaultsTo(""),
          optional("headerAction", anything()),
          required("match", MATCH),
          optional("preconfiguredWafConfig", anything()),
          optional("preview", flag()).orComputed((request, rule) -> false),
          required(
              "priority",
              whole()
                  .where(
                      ApiErrors.invalid("Must be between 0 and 2147483647."),
                      value ->
                          value instanceof Double number
                              && number >= 0
                              && number <= DEFAULT_PRIORITY)
                  .refusedAtUp()),
          optional("rateLimitOptions", anything()),
          optional("redirectOptions", anything()));

  private SecurityPolicies() {}

  static ResourceType securityPolicy() {
    return ResourceType.named(
            SECURITY_POLICY,
            "https://cloud.google.com/compute/docs/reference/rest/v1/securityPolicies/insert")
        .has(CommonFields.early())
        .has(
            optional("adaptiveProtectionConfig", anything()),
            optional("advancedOptionsConfig", anything()).kept(),
            CommonFields.description(),
            optional("recaptchaOptionsConfig", anything()),
            optional("rules", setOf(RULE)).kept().orComputed((request, policy) -> allowing()),
            optional(
                    "type",
                    text().oneOf("CLOUD_ARMOR", "CLOUD_ARMOR_EDGE", "CLOUD_ARMOR_INTERNAL_SERVICE"))
                .kept()
                .orComputed((request, policy) -> "CLOUD_ARMOR"),
            computed("fingerprint", (request, policy) -> request.hex("fingerprint", 11) + "="))
        .idIs(ResourceNames.global("securityPolicies"))
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(CommonFields.needsProject())
        .constraint(
            uniqueIn(
                "rules",
                "Two rules have the same priority, please update one of the priorities to be"
                    + " different.",
                rule -> rule.whole("priority").orElse(-1L)),
            ApiErrors.api(
                "rules",
                "There must be a default rule, of priority 2147483647 and matching all of *.",
                policy -> policy.has("rules") && !hasDefault(policy)),
            ApiErrors.api(
                "rules",
                "A match needs either config with versionedExpr or expr.",
                policy -> policy.objects("rules").stream().anyMatch(SecurityPolicies::isUnclear)),
            ApiErrors.api(
                "rules",
                "Edge security policies take the actions allow and deny only.",
                policy ->
                    policy.text("type", "").equals("CLOUD_ARMOR_EDGE")
                        && policy.objects("rules").stream()
                            .map(rule -> rule.text("action", ""))
                            .anyMatch(
                                action -> !action.equals("allow") && !action.startsWith("deny("))),
            ApiErrors.api(
                "rules",
                "Quota 'SECURITY_POLICY_RULES' exceeded. Limit: " + MOST_RULES + ".",
                policy -> policy.objects("rules").size() > MOST_RULES),
            ApiErrors.apiIn(
                "type",
                "The type can be set only at resource creation time.",
                SecurityPolicies::isOther))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("security_policy", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  private static Shape late(int most) {
    return text()
        .where(
            ApiErrors.tooLarge(most, "character"), value -> String.valueOf(value).length() <= most)
        .refusedAtUp();
  }

  private static boolean hasDefault(Props policy) {
    return policy.objects("rules").stream()
        .filter(rule -> rule.whole("priority").orElse(-1L) == DEFAULT_PRIORITY)
        .anyMatch(rule -> rule.texts("match.config.srcIpRanges").equals(List.of("*")));
  }

  private static boolean isUnclear(Props rule) {
    boolean simple = rule.has("match.config") && rule.has("match.versionedExpr");
    boolean half = rule.has("match.config") != rule.has("match.versionedExpr");
    return half || simple == rule.has("match.expr");
  }

  private static boolean isOther(RequestContext request) {
    return request.inputs().has("type")
        && request
            .old()
            .map(old -> old.outputs().text("type"))
            .filter(type -> !type.equals(request.inputs().text("type")))
            .isPresent();
  }

  private static List<Map<String, Object>> allowing() {
    List<Map<String, Object>> rules = new ArrayList<>();
    rules.add(
        Map.of(
            "action",
            "allow",
            "description",
            "default rule",
            "match",
            Map.of("config", Map.of("srcIpRanges", List.of("*")), "versionedExpr", "SRC_IPS_V1"),
            "preview",
            false,
            "priority",
            DEFAULT_PRIORITY));
    return rules;
  }
}
