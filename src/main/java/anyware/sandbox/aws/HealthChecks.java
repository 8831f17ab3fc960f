package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Health checks of target groups. Defaults:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html.
 */
final class HealthChecks {
  /** A health check as a program writes it. */
  static final Shape SHAPE =
      object(
          optional("enabled", flag()).defaultsTo(true),
          optional("healthyThreshold", whole().between(2, 10)).defaultsTo(3),
          optional("interval", whole().between(5, 300)).defaultsTo(30),
          optional("matcher", text()).orComputed(HealthChecks::matcher),
          optional(
                  "path",
                  text()
                      .length(1, 1024)
                      .where(
                          "invalid value for {property} (must begin with '/')",
                          path -> String.valueOf(path).startsWith("/")))
              .orComputed((request, enclosing) -> isHttp(enclosing) ? "/" : null),
          optional(
                  "port",
                  text()
                      .matching(
                          "traffic-port|[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}"
                              + "|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-6]",
                          "\"{property}\" must be a valid port number (1-65536) or"
                              + " \"traffic-port\""))
              .defaultsTo("traffic-port"),
          optional(
                  "protocol",
                  text()
                      .where(
                          "expected {property} to be one of [HTTP HTTPS TCP], got {value}",
                          value ->
                              Set.of("HTTP", "HTTPS", "TCP")
                                  .contains(ElasticLoadBalancing.upperCase(value))))
              .defaultsTo("HTTP"),
          optional("timeout", whole().between(2, 120)).orComputed(HealthChecks::timeout),
          optional("unhealthyThreshold", whole().between(2, 10)).defaultsTo(3));

  private HealthChecks() {}

  /**
   * The health check of a group whose program writes none.
   *
   * @param request the request
   * @param group the group's inputs
   * @return the health check
   */
  static Object defaults(RequestContext request, Props group) {
    return Map.of(
        "enabled",
        true,
        "healthyThreshold",
        5,
        "interval",
        30,
        "port",
        "traffic-port",
        "protocol",
        TargetGroups.isLayer7(group) ? "HTTP" : "TCP",
        "unhealthyThreshold",
        2);
  }

  static Constraint[] constraints() {
    return new Constraint[] {
      httpOnly("matcher"),
      httpOnly("path"),
      refuse(
          "healthCheck.protocol",
          "Attribute \"healthCheck.protocol\" cannot have value \"TCP\" when \"protocol\" is"
              + " \"{protocol}\".",
          group -> TargetGroups.isLayer7(group) && isTcp(group)),
      refuse(
          "healthCheck.protocol",
          "Attribute \"healthCheck.protocol\" cannot have value \"TCP\" when \"targetType\" is"
              + " \"lambda\".",
          group -> group.text("targetType", "").equals("lambda") && isTcp(group)),
      refuse(
              "healthCheck.timeout",
              "ValidationError: Health check timeout '{healthCheck.timeout}' must be smaller than"
                  + " the interval '{healthCheck.interval}'",
              group ->
                  group.whole("healthCheck.timeout").orElse(0L)
                      >= group.whole("healthCheck.interval").orElse(30L))
          .at(Step.UP),
      refuse(
              "healthCheck.enabled",
              "ValidationError: Health check enabled must be true for target groups with target type"
                  + " '{targetType}'",
              group ->
                  group.has("healthCheck.enabled")
                      && !group.isTrue("healthCheck.enabled")
                      && !group.text("targetType", "").equals("lambda"))
          .at(Step.UP),
      refuse(
              "healthCheck.matcher",
              "ValidationError: Health check matcher HTTP code '{healthCheck.matcher}' must be"
                  + " within '200-599' inclusive",
              group ->
                  group
                      .text("healthCheck.matcher")
                      .filter(codes -> !codes.matches(CODES))
                      .filter(codes -> !"GRPC".equals(version(group)))
                      .isPresent())
          .at(Step.UP)
    };
  }

  private static final String CODES = "[2-5][0-9]{2}([-,][2-5][0-9]{2})*";

  private static String version(Props group) {
    return ElasticLoadBalancing.upperCase(group.text("protocolVersion", ""));
  }

  private static Constraint httpOnly(String property) {
    return refuse(
        "healthCheck." + property,
        "Attribute \"healthCheck."
            + property
            + "\" cannot be specified when \"healthCheck.protocol\" is \"TCP\".",
        group -> isTcp(group) && group.has("healthCheck." + property));
  }

  private static boolean isTcp(Props group) {
    return ElasticLoadBalancing.upperCase(group.text("healthCheck.protocol", "")).equals("TCP");
  }

  private static boolean isHttp(Props check) {
    return ElasticLoadBalancing.upperCase(check.text("protocol", "")).startsWith("HTTP");
  }

  private static @Nullable Object matcher(RequestContext request, Props check) {
    if (!isHttp(check)) {
      return null;
    }
    return TargetGroups.isLayer7(request.inputs()) ? "200" : "200-399";
  }

  private static Object timeout(RequestContext request, Props check) {
    String target = request.inputs().text("protocol", "");
    if (target.startsWith("HTTP") || target.equals("GENEVE")) {
      return 5;
    }
    return ElasticLoadBalancing.upperCase(check.text("protocol", "")).equals("HTTP") ? 6 : 10;
  }
}
