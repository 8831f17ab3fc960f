package anyware.sandbox.aws;

import static anyware.sandbox.spec.Rules.refuse;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Step;
import java.util.Set;

/** What target groups demand across their properties. */
final class AwsTargetGroupRules {
  private AwsTargetGroupRules() {}

  /**
   * The rules.
   *
   * @return them
   */
  static Rule[] all() {
    return new Rule[] {
      missing("port"),
      missing("protocol"),
      missing("vpcId"),
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

  private static Rule missing(String property) {
    return refuse(
        property,
        "Attribute \"" + property + "\" must be specified when \"targetType\" is \"{targetType}\".",
        group -> !group.text("targetType", "").equals("lambda") && !group.has(property));
  }

  private static String stickinessType(Props group) {
    return group.text("stickiness.type", "");
  }

  /**
   * The kinds of stickiness of a protocol:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html.
   */
  private static Set<String> stickiness(Props group) {
    return switch (group.text("protocol", "")) {
      case "HTTP", "HTTPS" -> Set.of("lb_cookie", "app_cookie");
      case "GENEVE" -> Set.of("source_ip_dest_ip", "source_ip_dest_ip_proto");
      default -> Set.of("source_ip");
    };
  }
}
