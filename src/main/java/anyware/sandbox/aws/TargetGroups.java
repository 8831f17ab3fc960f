package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import java.util.List;
import java.util.Set;

/** Target groups. */
final class TargetGroups {
  static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

  /** A reference to a target group by its ARN. */
  static final Reference A_TARGET_GROUP =
      Reference.to("TargetGroupNotFound: Target groups '{value}' not found", TARGET_GROUP);

  private TargetGroups() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                TARGET_GROUP,
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html")
            .has(targets())
            .has(optional("healthCheck", HealthChecks.SHAPE).orComputed(HealthChecks::defaults))
            .has(TargetGroupAttributes.properties())
            .has(Tags.properties())
            .has(
                computed("arn", (request, enclosing) -> request.id()),
                computed(
                    "arnSuffix",
                    (request, enclosing) ->
                        request.id().substring(request.id().indexOf("targetgroup/"))),
                computed("loadBalancerArns", (request, enclosing) -> List.of()))
            .idIs(
                request ->
                    ElasticLoadBalancing.arn(
                        request, "targetgroup/" + request.inputs().text("name", "")))
            .autoNamed(AutoName.dashed("name", 32))
            .completedBy(Tags::merged)
            .unique("ELBv2 Target Group ({name}) already exists", "name")
            .constraint(constraints())
            .constraint(TargetGroupAttributes.constraints())
            .constraint(HealthChecks.constraints())
            .inUse("ResourceInUse: Target group '{id}' is currently in use by a listener or a rule")
            .gone("TargetGroupNotFound: Target groups '{id}' not found")
            .build());
  }

  /** What the targets are. */
  private static Property[] targets() {
    return new Property[] {
      optional("ipAddressType", text().oneOf("ipv4", "ipv6"))
          .replaces()
          .orComputed((request, enclosing) -> "ipv4"),
      optional("name", ElasticLoadBalancing.NAME).replaces(),
      optional("namePrefix", ElasticLoadBalancing.NAME_PREFIX).replaces(),
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
                              .contains(ElasticLoadBalancing.upperCase(version))))
          .replaces()
          .orComputed((request, enclosing) -> isLayer7(enclosing) ? "HTTP1" : null),
      optional("targetType", text().oneOf("instance", "ip", "lambda", "alb"))
          .replaces()
          .defaultsTo("instance"),
      optional(
              "vpcId",
              text()
                  .naming(
                      Reference.to("ValidationError: The VPC ID '{value}' is not found", Vpcs.VPC)))
          .replaces()
    };
  }

  private static Constraint[] constraints() {
    return new Constraint[] {missing("port"), missing("protocol"), missing("vpcId")};
  }

  private static Constraint missing(String property) {
    return refuse(
        property,
        "Attribute \"" + property + "\" must be specified when \"targetType\" is \"{targetType}\".",
        group -> !group.text("targetType", "").equals("lambda") && !group.has(property));
  }

  /**
   * Tells whether a group is for application load balancers.
   *
   * @param group its inputs
   */
  static boolean isLayer7(Props group) {
    return group.text("protocol", "").startsWith("HTTP");
  }
}
