package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a target group treats its targets:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html.
 */
final class TargetGroupAttributes {
  private static final Shape FLAG_TEXT = text().oneOf("true", "false");
  private static final Shape FAILOVER = text().oneOf("rebalance", "no_rebalance");
  private static final Shape MINIMUM =
      text().matching("off|[1-9][0-9]*", "{property} must be an integer or 'off', got {value}");
  private static final Shape PERCENTAGE =
      text()
          .matching(
              "off|[1-9][0-9]?|100",
              "{property} must be an integer between 0 and 100 or 'off', got {value}");

  private TargetGroupAttributes() {}

  static Property[] properties() {
    return new Property[] {
      optional("connectionTermination", flag()).orComputed((request, enclosing) -> false),
      optional("deregistrationDelay", whole().between(0, 3600)).defaultsTo(300),
      optional("lambdaMultiValueHeadersEnabled", flag()).defaultsTo(false),
      optional(
              "loadBalancingAlgorithmType",
              text().oneOf("round_robin", "least_outstanding_requests", "weighted_random"))
          .orComputed(
              (request, enclosing) -> TargetGroups.isLayer7(enclosing) ? "round_robin" : null),
      optional("loadBalancingAnomalyMitigation", text().oneOf("on", "off"))
          .orComputed((request, enclosing) -> TargetGroups.isLayer7(enclosing) ? "off" : null),
      optional(
              "loadBalancingCrossZoneEnabled",
              text().oneOf("true", "false", "use_load_balancer_configuration"))
          .orComputed((request, enclosing) -> "use_load_balancer_configuration"),
      optional("preserveClientIp", FLAG_TEXT)
          .orComputed(
              (request, enclosing) ->
                  TargetGroups.isLayer7(enclosing)
                      ? null
                      : String.valueOf(
                          enclosing.text("targetType", "").equals("instance")
                              || enclosing.text("protocol", "").endsWith("UDP"))),
      optional("proxyProtocolV2", flag()).defaultsTo(false),
      optional(
              "slowStart",
              whole()
                  .where(
                      "expected {property} to be 0 or in the range (30 - 900), got {value}",
                      value -> value instanceof Double d && (d == 0 || (d >= 30 && d <= 900))))
          .defaultsTo(0),
      optional(
              "stickiness",
              object(
                  optional("cookieDuration", whole().between(0, 604_800)).defaultsTo(86_400),
                  optional("cookieName", text()),
                  optional("enabled", flag()).defaultsTo(true),
                  required(
                      "type",
                      text()
                          .oneOf(
                              "lb_cookie",
                              "app_cookie",
                              "source_ip",
                              "source_ip_dest_ip",
                              "source_ip_dest_ip_proto"))))
          .orComputed(
              (request, enclosing) ->
                  Map.of(
                      "enabled",
                      false,
                      "type",
                      TargetGroups.isLayer7(enclosing) ? "lb_cookie" : "source_ip")),
      optional(
              "targetFailovers",
              listOf(
                  object(
                      required("onDeregistration", FAILOVER), required("onUnhealthy", FAILOVER))))
          .orComputed((request, enclosing) -> List.of()),
      optional(
              "targetGroupHealth",
              object(
                  optional(
                      "dnsFailover",
                      object(
                          optional("minimumHealthyTargetsCount", MINIMUM).defaultsTo("off"),
                          optional("minimumHealthyTargetsPercentage", PERCENTAGE)
                              .defaultsTo("off"))),
                  optional(
                      "unhealthyStateRouting",
                      object(
                          optional("minimumHealthyTargetsCount", whole()).defaultsTo(1),
                          optional("minimumHealthyTargetsPercentage", PERCENTAGE)
                              .defaultsTo("off")))))
          .orComputed((request, enclosing) -> Map.of()),
      optional(
              "targetHealthStates",
              listOf(
                  object(
                      required("enableUnhealthyConnectionTermination", flag()),
                      optional("unhealthyDrainingInterval", whole().between(0, 360_000))
                          .defaultsTo(0))))
          .orComputed((request, enclosing) -> List.of())
    };
  }

  static Constraint[] constraints() {
    return new Constraint[] {
      refuse(
              "stickiness.type",
              "InvalidConfigurationRequest: Stickiness type '{stickiness.type}' is not supported"
                  + " for target groups with the {protocol} protocol",
              group ->
                  group.has("stickiness") && !stickiness(group).contains(stickinessType(group)))
          .at(Step.UP),
      refuse(
              "stickiness.enabled",
              "InvalidConfigurationRequest: Stickiness is not supported for target groups with the"
                  + " TLS protocol",
              group ->
                  group.text("protocol", "").equals("TLS") && group.isTrue("stickiness.enabled"))
          .at(Step.UP),
      refuse(
              "stickiness.cookieName",
              "InvalidConfigurationRequest: You must specify a cookie name for application-based"
                  + " stickiness",
              group ->
                  stickinessType(group).equals("app_cookie")
                      && group.text("stickiness.cookieName", "").isEmpty())
          .at(Step.UP),
      refuse(
              "stickiness.cookieDuration",
              "ValidationError: Stickiness cookie duration '{stickiness.cookieDuration}' must be in"
                  + " the range 1-604800",
              group ->
                  stickinessType(group).endsWith("_cookie")
                      && group.whole("stickiness.cookieDuration").orElse(1L) < 1)
          .at(Step.UP),
      refuse(
              "preserveClientIp",
              "InvalidConfigurationRequest: Client IP preservation cannot be disabled for target"
                  + " groups with the {protocol} protocol",
              group ->
                  group.text("protocol", "").endsWith("UDP")
                      && group.text("preserveClientIp", "true").equals("false"))
          .at(Step.UP)
    };
  }

  private static String stickinessType(Props group) {
    return group.text("stickiness.type", "");
  }

  /** The kinds of stickiness of a protocol: the page of this class. */
  private static Set<String> stickiness(Props group) {
    return switch (group.text("protocol", "")) {
      case "HTTP", "HTTPS" -> Set.of("lb_cookie", "app_cookie");
      case "GENEVE" -> Set.of("source_ip_dest_ip", "source_ip_dest_ip_proto");
      default -> Set.of("source_ip");
    };
  }
}
