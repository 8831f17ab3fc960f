package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Target groups. */
final class AwsTargetGroups {
  static final String TARGETS = "aws:lb/targetGroup:TargetGroup";

  /** A reference to a target group by its ARN. */
  static final Reference SOME_TARGETS =
      Reference.to("TargetGroupNotFound: Target groups '{value}' not found", TARGETS);

  private static final Shape FAILOVER = text().oneOf("rebalance", "no_rebalance");
  private static final Shape MINIMUM =
      text().matching("off|[1-9][0-9]*", "{property} must be an integer or 'off', got {value}");
  private static final Shape PERCENTAGE =
      text()
          .matching(
              "off|[1-9][0-9]?|100",
              "{property} must be an integer between 0 and 100 or 'off', got {value}");

  private AwsTargetGroups() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                TARGETS,
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html")
            .has(targets())
            .has(
                optional("healthCheck", AwsHealthChecks.SHAPE)
                    .orComputed(AwsHealthChecks::defaults))
            .has(attributes())
            .has(AwsTags.properties())
            .has(
                computed("arn", (at, around) -> at.id()),
                computed(
                    "arnSuffix",
                    (at, around) -> at.id().substring(at.id().indexOf("targetgroup/"))),
                computed("loadBalancerArns", (at, around) -> List.of()))
            .idIs(at -> AwsBalancing.arn(at, "targetgroup/" + at.inputs().text("name", "")))
            .autoNamed(AutoName.dashed("name", 32))
            .completedBy(AwsTags::merged)
            .unique("ELBv2 Target Group ({name}) already exists", "name")
            .rule(AwsTargetGroupRules.all())
            .rule(AwsHealthChecks.rules())
            .inUse("ResourceInUse: Target group '{id}' is currently in use by a listener or a rule")
            .gone("TargetGroupNotFound: Target groups '{id}' not found")
            .build());
  }

  /** What the targets are. */
  private static Property[] targets() {
    return new Property[] {
      optional("ipAddressType", text().oneOf("ipv4", "ipv6"))
          .replaces()
          .orComputed((at, around) -> "ipv4"),
      optional("name", AwsBalancing.NAME).replaces(),
      optional("namePrefix", AwsBalancing.NAME_PREFIX).replaces(),
      optional("port", whole().between(1, 65535)).replaces(),
      optional("protocol", text().oneOf("GENEVE", "HTTP", "HTTPS", "TCP", "TCP_UDP", "TLS", "UDP"))
          .replaces(),
      optional(
              "protocolVersion",
              text()
                  .where(
                      "expected {property} to be one of [GRPC HTTP1 HTTP2], got {value}",
                      version ->
                          Set.of("GRPC", "HTTP1", "HTTP2")
                              .contains(AwsBalancing.capitals(version))))
          .replaces()
          .orComputed((at, around) -> isLayer7(around) ? "HTTP1" : null),
      optional("targetType", text().oneOf("instance", "ip", "lambda", "alb"))
          .replaces()
          .defaultsTo("instance"),
      optional("vpcId", AwsNetwork.VPC_ID).replaces()
    };
  }

  /** How the group treats its targets. */
  private static Property[] attributes() {
    return new Property[] {
      optional("connectionTermination", flag()).orComputed((at, around) -> false),
      optional("deregistrationDelay", whole().between(0, 3600)).defaultsTo(300),
      optional("lambdaMultiValueHeadersEnabled", flag()).defaultsTo(false),
      optional(
              "loadBalancingAlgorithmType",
              text().oneOf("round_robin", "least_outstanding_requests", "weighted_random"))
          .orComputed((at, around) -> isLayer7(around) ? "round_robin" : null),
      optional("loadBalancingAnomalyMitigation", text().oneOf("on", "off"))
          .orComputed((at, around) -> isLayer7(around) ? "off" : null),
      optional(
              "loadBalancingCrossZoneEnabled",
              text().oneOf("true", "false", "use_load_balancer_configuration"))
          .orComputed((at, around) -> "use_load_balancer_configuration"),
      optional("preserveClientIp", AwsBalancing.FLAG_TEXT)
          .orComputed(
              (at, around) ->
                  isLayer7(around)
                      ? null
                      : String.valueOf(
                          around.text("targetType", "").equals("instance")
                              || around.text("protocol", "").endsWith("UDP"))),
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
              (at, around) ->
                  Map.of("enabled", false, "type", isLayer7(around) ? "lb_cookie" : "source_ip")),
      optional(
              "targetFailovers",
              listOf(
                  object(
                      required("onDeregistration", FAILOVER), required("onUnhealthy", FAILOVER))))
          .orComputed((at, around) -> List.of()),
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
          .orComputed((at, around) -> Map.of()),
      optional(
              "targetHealthStates",
              listOf(
                  object(
                      required("enableUnhealthyConnectionTermination", flag()),
                      optional("unhealthyDrainingInterval", whole().between(0, 360_000))
                          .defaultsTo(0))))
          .orComputed((at, around) -> List.of())
    };
  }

  /**
   * Tells whether a group is for application load balancers.
   *
   * @param group its inputs
   * @return whether it is
   */
  static boolean isLayer7(Props group) {
    return group.text("protocol", "").startsWith("HTTP");
  }
}
