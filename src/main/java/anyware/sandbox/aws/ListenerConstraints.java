package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Constraints.refuseIn;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a listener's load balancer and target groups demand of it:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html and
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html.
 */
final class ListenerConstraints {
  private ListenerConstraints() {}

  static Constraint[] all() {
    return new Constraint[] {
      refuse(
              "port",
              "ValidationError: A listener port must be specified",
              listener -> !isGateway(listener) && !listener.has("port"))
          .at(Step.UP),
      refuseFor("protocol", ListenerConstraints::strangeProtocol).at(Step.UP),
      refuse(
              "certificateArn",
              "ValidationError: A certificate must be specified for {protocol} listeners",
              listener -> isEncrypted(listener) && !listener.has("certificateArn"))
          .at(Step.UP),
      refuse(
              "certificateArn",
              "ValidationError: A certificate cannot be specified for {protocol} listeners",
              listener -> !isEncrypted(listener) && listener.has("certificateArn"))
          .at(Step.UP),
      refuseIn(
              "certificateArn",
              "CertificateNotFound: Certificate '{certificateArn}' not found",
              ListenerConstraints::foreignCertificate)
          .at(Step.UP),
      refuse(
              "sslPolicy",
              "ValidationError: An SSL policy cannot be specified for {protocol} listeners",
              listener -> !isEncrypted(listener) && listener.has("sslPolicy"))
          .at(Step.UP),
      refuse(
              "sslPolicy",
              "SSLPolicyNotFound: SSL policy '{sslPolicy}' not found",
              listener ->
                  !listener
                      .text("sslPolicy", "ELBSecurityPolicy-")
                      .startsWith("ELBSecurityPolicy-"))
          .at(Step.UP),
      refuse(
              "alpnPolicy",
              "ALPNPolicyNotSupported: An ALPN policy can be specified only for TLS listeners",
              listener -> listener.has("alpnPolicy") && !protocol(listener).equals("TLS"))
          .at(Step.UP),
      refuse(
              "tcpIdleTimeoutSeconds",
              "InvalidConfigurationRequest: The attribute 'tcp.idle_timeout.seconds' is not"
                  + " supported for {protocol} listeners",
              listener ->
                  listener.has("tcpIdleTimeoutSeconds")
                      && !isGateway(listener)
                      && !protocol(listener).equals("TCP"))
          .at(Step.UP),
      refuse(
              "defaultActions",
              "InvalidLoadBalancerAction: Actions of network load balancers must be of type"
                  + " 'forward'",
              listener ->
                  !isApplication(listener)
                      && actions(listener).anyMatch(one -> !ListenerActions.is(one, "forward")))
          .at(Step.UP),
      refuse(
              "defaultActions",
              "InvalidLoadBalancerAction: The redirect configuration is not valid because it"
                  + " creates a loop.",
              listener -> actions(listener).anyMatch(one -> loops(listener, one)))
          .at(Step.UP),
      refuseIn(
              "defaultActions",
              "IncompatibleProtocols: The specified configuration is not valid with this protocol.",
              request ->
                  targets(request).anyMatch(one -> !compatible(request.inputs(), one.inputs())))
          .at(Step.UP),
      refuseFor("defaultActions", ListenerConstraints::elsewhere).at(Step.UP),
      refuseFor("defaultActions", ListenerConstraints::shared).at(Step.UP)
    };
  }

  /**
   * Tells from its load balancer's ARN whether a listener speaks HTTP.
   *
   * @param listener its inputs
   */
  static boolean isApplication(Props listener) {
    return listener.text("loadBalancerArn", "").contains(":loadbalancer/app/");
  }

  /**
   * Tells whether a listener ends TLS.
   *
   * @param listener its inputs
   */
  static boolean isEncrypted(Props listener) {
    return List.of("HTTPS", "TLS").contains(protocol(listener));
  }

  private static boolean isGateway(Props listener) {
    return listener.text("loadBalancerArn", "").contains(":loadbalancer/gwy/");
  }

  private static String protocol(Props listener) {
    return ElasticLoadBalancing.upperCase(
        listener.text("protocol", isApplication(listener) ? "HTTP" : ""));
  }

  private static Optional<String> strangeProtocol(RequestContext request) {
    Props listener = request.inputs();
    List<String> allowed =
        isApplication(listener)
            ? List.of("HTTPS", "HTTP")
            : List.of("TLS", "TCP", "TCP_UDP", "UDP");
    return isGateway(listener) || allowed.contains(protocol(listener))
        ? Optional.empty()
        : Optional.of(
            "ValidationError: Listener protocol '%s' must be one of '%s'"
                .formatted(protocol(listener), String.join(", ", allowed)));
  }

  private static boolean foreignCertificate(RequestContext request) {
    return request
        .inputs()
        .text("certificateArn")
        .map(arn -> arn.split(":", -1))
        .filter(
            arn ->
                !arn[4].equals(Identifiers.ACCOUNT)
                    || (arn[2].equals("acm") && !arn[3].equals(Identifiers.region(request))))
        .isPresent();
  }

  private static Stream<Props> actions(Props listener) {
    return listener.objects("defaultActions").stream();
  }

  private static Stream<StoredResource> targets(RequestContext request) {
    return actions(request.inputs())
        .flatMap(ListenerActions::targets)
        .flatMap(arn -> request.find(TargetGroups.TARGET_GROUP, arn).stream());
  }

  private static boolean loops(Props listener, Props action) {
    String port = String.valueOf(listener.whole("port").orElse(0L));
    return isApplication(listener)
        && ListenerActions.is(action, "redirect")
        && List.of("#{protocol}", protocol(listener)).contains(action.text("redirect.protocol", ""))
        && List.of("#{port}", port).contains(action.text("redirect.port", ""))
        && action.text("redirect.host", "").equals("#{host}")
        && action.text("redirect.path", "").equals("/#{path}")
        && action.text("redirect.query", "").equals("#{query}");
  }

  private static boolean compatible(Props listener, Props group) {
    String target = group.text("protocol", "");
    return switch (protocol(listener)) {
      case "HTTP", "HTTPS" ->
          target.startsWith("HTTP") || group.text("targetType", "").equals("lambda");
      case "TCP" -> List.of("TCP", "TCP_UDP").contains(target);
      case "UDP" -> List.of("UDP", "TCP_UDP").contains(target);
      case "TLS" -> List.of("TCP", "TLS").contains(target);
      case "TCP_UDP" -> target.equals("TCP_UDP");
      default -> target.equals("GENEVE");
    };
  }

  private static Optional<String> elsewhere(RequestContext request) {
    String balancer = request.inputs().text("loadBalancerArn", "");
    Optional<String> own =
        request
            .find(LoadBalancers.LOAD_BALANCER, balancer)
            .flatMap(found -> found.outputs().text("vpcId"));
    return targets(request)
        .filter(group -> group.inputs().has("vpcId"))
        .filter(group -> !group.inputs().text("vpcId").equals(own))
        .findFirst()
        .map(
            group ->
                "InvalidConfigurationRequest: Target group '%s' is in a different VPC than load balancer '%s'"
                    .formatted(group.id(), balancer));
  }

  private static Optional<String> shared(RequestContext request) {
    String balancer = request.inputs().text("loadBalancerArn", "");
    List<String> taken =
        request.all(Listeners.LISTENER).stream()
            .map(StoredResource::inputs)
            .filter(other -> !other.text("loadBalancerArn", "").equals(balancer))
            .flatMap(ListenerConstraints::actions)
            .flatMap(ListenerActions::targets)
            .toList();
    return targets(request)
        .map(StoredResource::id)
        .filter(taken::contains)
        .findFirst()
        .map(
            group ->
                "TargetGroupAssociationLimit: Target group '%s' cannot be associated with more than one load balancer"
                    .formatted(group));
  }
}
