package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;
import static anyware.sandbox.aws.ValidInputs.forward;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Listeners that AWS refuses. */
final class ListenerCases {
  static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1";

  private ListenerCases() {}

  static Stream<Case> all() {
    return Stream.of(provider(), network(), application()).flatMap(table -> table.cases().stream());
  }

  private static Object actions(Object... action) {
    return List.of(action);
  }

  private static Table provider() {
    return Table.of(Listeners.LISTENER, ValidInputs.LISTENER)
        .check("no load balancer", "loadBalancerArn: missing required", "loadBalancerArn", NONE)
        .check("no action", "defaultActions: missing required", "defaultActions", NONE)
        .check("empty actions", "defaultActions: ", "defaultActions", List.of())
        .check("port", "port: expected port", "port", 0)
        .check("protocol", "protocol: expected protocol", "protocol", "QUIC")
        .check(
            "kind of action",
            "defaultActions[0].type: expected",
            "defaultActions",
            actions(Map.of("type", "drop")))
        .check(
            "forward to nobody",
            "defaultActions[0].type: Either \"targetGroupArn\" or \"forward\"",
            "defaultActions",
            actions(Map.of("type", "forward")))
        .check(
            "no redirect",
            "defaultActions[0].redirect: Attribute \"redirect\" must",
            "defaultActions",
            actions(Map.of("type", "redirect")))
        .check(
            "no response",
            "defaultActions[0].fixedResponse: Attribute",
            "defaultActions",
            actions(Map.of("type", "fixed-response")))
        .check(
            "redirect's code",
            "defaultActions[0].redirect.statusCode: expected",
            "defaultActions",
            actions(Map.of("type", "redirect", "redirect", Map.of("statusCode", "HTTP_307"))))
        .check(
            "two ways",
            "defaultActions[0]: You can specify both",
            "defaultActions",
            actions(
                Map.of(
                    "type",
                    "forward",
                    "targetGroupArn",
                    "$targets",
                    "forward",
                    Map.of("targetGroups", List.of(Map.of("arn", "$taken"))))))
        .check(
            "no ARN",
            "defaultActions[0].targetGroupArn: (defaultActions[0].targetGroupArn) is an invalid ARN",
            "defaultActions",
            actions(forward("tg")))
        .check(
            "no certificate's ARN",
            "certificateArn: (certificateArn) is an invalid ARN",
            "certificateArn",
            "cert")
        .check("idle time", "tcpIdleTimeoutSeconds: expected", "tcpIdleTimeoutSeconds", 59);
  }

  private static Table network() {
    return Table.of(Listeners.LISTENER, ValidInputs.LISTENER)
        .up(
            "no such load balancer",
            "loadBalancerArn: LoadBalancerNotFound",
            "loadBalancerArn",
            "arn:lb")
        .up(
            "no such target group",
            "defaultActions[0].targetGroupArn: TargetGroupNotFound",
            "defaultActions",
            actions(forward("arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/x/0")))
        .up("no port", "port: ValidationError: A listener port", "port", NONE)
        .up(
            "HTTP",
            "protocol: ValidationError: Listener protocol 'HTTP' must be one of 'TLS, TCP, TCP_UDP, UDP'",
            "protocol",
            "HTTP",
            "defaultActions",
            actions(forward("$webTargets")))
        .up(
            "other protocol than the targets",
            "defaultActions: IncompatibleProtocols",
            "protocol",
            "UDP")
        .up(
            "targets for HTTP",
            "defaultActions: IncompatibleProtocols",
            "defaultActions",
            actions(forward("$webTargets")))
        .up(
            "targets of another VPC",
            "defaultActions: InvalidConfigurationRequest: Target group '$foreign' is in a different VPC than load balancer '$balancer'",
            "defaultActions",
            actions(forward("$foreign")))
        .up(
            "targets of another load balancer",
            "defaultActions: TargetGroupAssociationLimit: Target group '$taken' cannot be associated",
            "defaultActions",
            actions(forward("$taken")))
        .up(
            "taken port",
            "DuplicateListener: A listener already exists on this port for this load balancer '$second'",
            "loadBalancerArn",
            "$second",
            "port",
            8443,
            "defaultActions",
            actions(forward("$taken")))
        .up(
            "TLS without certificate",
            "certificateArn: ValidationError: A certificate must be specified for TLS listeners",
            "protocol",
            "TLS")
        .up(
            "TCP with certificate",
            "certificateArn: ValidationError: A certificate cannot be specified for TCP listeners",
            "certificateArn",
            CERTIFICATE)
        .up(
            "certificate of another region",
            "certificateArn: CertificateNotFound",
            "protocol",
            "TLS",
            "certificateArn",
            CERTIFICATE.replace("us-east-1", "eu-west-1"))
        .up(
            "policy on TCP",
            "sslPolicy: ValidationError",
            "sslPolicy",
            "ELBSecurityPolicy-TLS13-1-2-2021-06")
        .up(
            "no such policy",
            "sslPolicy: SSLPolicyNotFound",
            "protocol",
            "TLS",
            "certificateArn",
            CERTIFICATE,
            "sslPolicy",
            "tls")
        .up("ALPN on TCP", "alpnPolicy: ALPNPolicyNotSupported", "alpnPolicy", "HTTP2Only")
        .up(
            "TCP's idle time on TLS",
            "tcpIdleTimeoutSeconds: InvalidConfigurationRequest",
            "protocol",
            "TLS",
            "certificateArn",
            CERTIFICATE,
            "tcpIdleTimeoutSeconds",
            60)
        .up(
            "redirect",
            "defaultActions: InvalidLoadBalancerAction: Actions of network",
            "defaultActions",
            actions(
                Map.of(
                    "type",
                    "redirect",
                    "redirect",
                    Map.of("statusCode", "HTTP_301", "port", "443"))));
  }

  private static Table application() {
    return Table.of(
            Listeners.LISTENER,
            CloudFixture.with(
                ValidInputs.LISTENER,
                "loadBalancerArn",
                "$web",
                "protocol",
                "HTTP",
                "port",
                80,
                "defaultActions",
                actions(forward("$webTargets"))))
        .up(
            "TCP",
            "protocol: ValidationError: Listener protocol 'TCP' must be one of 'HTTPS, HTTP'",
            "protocol",
            "TCP",
            "defaultActions",
            actions(forward("$targets")))
        .up(
            "targets for TCP",
            "defaultActions: IncompatibleProtocols",
            "defaultActions",
            actions(forward("$targets")))
        .up(
            "HTTPS without certificate",
            "certificateArn: ValidationError: A certificate must be specified for HTTPS listeners",
            "protocol",
            "HTTPS")
        .up(
            "redirect to itself",
            "defaultActions: InvalidLoadBalancerAction: The redirect configuration",
            "defaultActions",
            actions(Map.of("type", "redirect", "redirect", Map.of("statusCode", "HTTP_301"))));
  }
}
