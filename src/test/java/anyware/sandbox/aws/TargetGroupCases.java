package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.Map;
import java.util.stream.Stream;

/** Target groups that AWS refuses. */
final class TargetGroupCases {
  private TargetGroupCases() {}

  static Stream<Case> all() {
    return Stream.of(
            LoadBalancerCases.names(TargetGroups.TARGET_GROUP, ValidInputs.TARGET_GROUP),
            targets(),
            healthCheck())
        .flatMap(table -> table.cases().stream());
  }

  private static Table targets() {
    return Table.of(TargetGroups.TARGET_GROUP, ValidInputs.TARGET_GROUP)
        .check(
            "no port",
            "port: Attribute \"port\" must be specified when \"targetType\" is \"instance\".",
            "port",
            NONE)
        .check("no protocol", "protocol: Attribute \"protocol\" must", "protocol", NONE)
        .check("no VPC", "vpcId: Attribute \"vpcId\" must", "vpcId", NONE)
        .check("port", "port: expected port", "port", 0)
        .check("protocol", "protocol: expected protocol", "protocol", "SCTP")
        .check("kind", "targetType: expected", "targetType", "container")
        .check("delay", "deregistrationDelay: expected", "deregistrationDelay", 3601)
        .check("slow start", "slowStart: expected", "slowStart", 10)
        .check(
            "stickiness without kind",
            "stickiness.type: missing required",
            "stickiness",
            Map.of("enabled", true))
        .check(
            "kind of stickiness",
            "stickiness.type: expected",
            "stickiness",
            Map.of("type", "cookie"))
        .check(
            "long cookie",
            "stickiness.cookieDuration: expected",
            "stickiness",
            Map.of("type", "source_ip", "cookieDuration", 604_801))
        .up(
            "cookie on TCP",
            "stickiness.type: InvalidConfigurationRequest: Stickiness type 'lb_cookie' is not"
                + " supported for target groups with the TCP protocol",
            "stickiness",
            Map.of("type", "lb_cookie"))
        .up(
            "cookie on TCP and UDP",
            "stickiness.type: InvalidConfigurationRequest: Stickiness type 'lb_cookie' is not"
                + " supported for target groups with the TCP_UDP protocol",
            "protocol",
            "TCP_UDP",
            "stickiness",
            Map.of("type", "lb_cookie"))
        .up(
            "source address on HTTP",
            "stickiness.type: InvalidConfigurationRequest: Stickiness type 'source_ip'",
            "protocol",
            "HTTP")
        .up("sticky TLS", "stickiness.enabled: InvalidConfigurationRequest", "protocol", "TLS")
        .up(
            "cookie without name",
            "stickiness.cookieName: InvalidConfigurationRequest",
            "protocol",
            "HTTPS",
            "stickiness",
            Map.of("type", "app_cookie"))
        .up(
            "cookie of no duration",
            "stickiness.cookieDuration: ValidationError",
            "protocol",
            "HTTPS",
            "stickiness",
            Map.of("type", "lb_cookie", "cookieDuration", 0))
        .up(
            "hidden client on UDP",
            "preserveClientIp: InvalidConfigurationRequest",
            "protocol",
            "UDP",
            "preserveClientIp",
            "false")
        .up("no such VPC", "vpcId: ValidationError: The VPC ID 'vpc-0' is not", "vpcId", "vpc-0");
  }

  private static Table healthCheck() {
    return Table.of(TargetGroups.TARGET_GROUP, ValidInputs.TARGET_GROUP)
        .check(
            "over UDP", "healthCheck.protocol: expected", "healthCheck", Map.of("protocol", "UDP"))
        .check(
            "path over TCP",
            "healthCheck.path: Attribute \"healthCheck.path\" cannot be specified",
            "healthCheck",
            Map.of("protocol", "TCP", "path", "/"))
        .check(
            "codes over TCP",
            "healthCheck.matcher: Attribute \"healthCheck.matcher\" cannot be",
            "healthCheck",
            Map.of("protocol", "TCP", "matcher", "200"))
        .check(
            "TCP for HTTP",
            "healthCheck.protocol: Attribute \"healthCheck.protocol\" cannot have value \"TCP\""
                + " when \"protocol\" is \"HTTPS\"",
            "protocol",
            "HTTPS",
            "stickiness",
            NONE,
            "healthCheck",
            Map.of("protocol", "TCP"))
        .check("path", "healthCheck.path: invalid value", "healthCheck", Map.of("path", "health"))
        .check(
            "port",
            "healthCheck.port: \"healthCheck.port\" must be a valid port",
            "healthCheck",
            Map.of("port", "0"))
        .check("interval", "healthCheck.interval: expected", "healthCheck", Map.of("interval", 4))
        .check(
            "threshold",
            "healthCheck.healthyThreshold: expected",
            "healthCheck",
            Map.of("healthyThreshold", 1))
        .check("timeout", "healthCheck.timeout: expected", "healthCheck", Map.of("timeout", 1))
        .up(
            "timeout above interval",
            "healthCheck.timeout: ValidationError: Health check timeout '30' must be smaller than"
                + " the interval '30'",
            "healthCheck",
            Map.of("timeout", 30))
        .up("codes", "healthCheck.matcher: ValidationError", "healthCheck", Map.of("matcher", "ok"))
        .up("off", "healthCheck.enabled: ValidationError", "healthCheck", Map.of("enabled", false));
  }
}
