package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Listeners of load balancers. */
final class AwsListeners {
  static final String LISTENER = "aws:lb/listener:Listener";

  private static final Set<String> PROTOCOLS =
      Set.of("GENEVE", "HTTP", "HTTPS", "TCP", "TCP_UDP", "TLS", "UDP");
  private static final Shape CERTIFICATE =
      text()
          .matching(
              "arn:[a-z-]+:(acm|iam):[^:]*:[0-9]{12}:(server-)?certificate/.+",
              "({property}) is an invalid ARN: {value}");

  private AwsListeners() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                LISTENER,
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html")
            .has(
                optional(
                    "alpnPolicy",
                    text()
                        .oneOf(
                            "HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred", "None")),
                optional("certificateArn", CERTIFICATE),
                required("defaultActions", listOf(AwsListenerActions.ACTION).items(1, 100)),
                required("loadBalancerArn", text().naming(AwsBalancers.A_BALANCER.cascading()))
                    .replaces(),
                optional(
                    "mutualAuthentication",
                    object(
                        optional("advertiseTrustStoreCaNames", text().oneOf("on", "off")),
                        optional("ignoreClientCertificateExpiry", flag()).defaultsTo(false),
                        required("mode", text().oneOf("off", "verify", "passthrough")),
                        optional("trustStoreArn", text()))),
                optional("port", whole().between(1, 65535)),
                optional(
                        "protocol",
                        text()
                            .where(
                                "expected {property} to be one of [HTTP HTTPS TCP TLS UDP TCP_UDP"
                                    + " GENEVE], got {value}",
                                value -> PROTOCOLS.contains(AwsBalancing.capitals(value))))
                    .orComputed(
                        (at, around) -> AwsListenerRules.isApplication(around) ? "HTTP" : null),
                optional("sslPolicy", text())
                    .orComputed(
                        (at, around) ->
                            AwsListenerRules.isEncrypted(around)
                                ? "ELBSecurityPolicy-2016-08"
                                : null),
                optional("tcpIdleTimeoutSeconds", whole().between(60, 6000))
                    .orComputed((at, around) -> isTcp(around) ? 350 : null))
            .has(headers())
            .has(AwsTags.properties())
            .has(computed("arn", (at, around) -> at.id()))
            .idIs(
                at ->
                    at.inputs().text("loadBalancerArn", "").replace(":loadbalancer/", ":listener/")
                        + "/"
                        + at.hex("arn", 16))
            .completedBy(AwsTags::merged)
            .unique(
                "DuplicateListener: A listener already exists on this port for this load balancer"
                    + " '{loadBalancerArn}'",
                AwsListeners::socket)
            .rule(AwsListenerActions.rules())
            .rule(AwsListenerRules.all())
            .gone("ListenerNotFound: Listener '{id}' not found")
            .build());
  }

  /** Headers that an application load balancer renames or adds. */
  private static Property[] headers() {
    Stream<String> request =
        Stream.of(
            "MtlsClientcert",
            "MtlsClientcertIssuer",
            "MtlsClientcertLeaf",
            "MtlsClientcertSerialNumber",
            "MtlsClientcertSubject",
            "MtlsClientcertValidity",
            "TlsCipherSuite",
            "TlsVersion");
    Stream<String> response =
        Stream.of(
            "AccessControlAllowCredentials",
            "AccessControlAllowHeaders",
            "AccessControlAllowMethods",
            "AccessControlAllowOrigin",
            "AccessControlExposeHeaders",
            "AccessControlMaxAge",
            "ContentSecurityPolicy",
            "StrictTransportSecurity",
            "XContentTypeOptions",
            "XFrameOptions");
    Stream<Property> texts =
        Stream.concat(
                request.map(name -> "routingHttpRequestXAmzn" + name + "HeaderName"),
                response.map(name -> "routingHttpResponse" + name + "HeaderValue"))
            .map(name -> optional(name, text()));
    return Stream.concat(texts, Stream.of(optional("routingHttpResponseServerEnabled", flag())))
        .toArray(Property[]::new);
  }

  /** Two listeners of one load balancer never share a port, whatever their protocols. */
  private static List<?> socket(Props listener) {
    return listener.has("port")
        ? List.of(listener.text("loadBalancerArn", ""), listener.whole("port").orElse(0L))
        : List.of();
  }

  private static boolean isTcp(Props listener) {
    return AwsBalancing.capitals(listener.text("protocol", "")).equals("TCP");
  }
}
