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
final class Listeners {
  static final String LISTENER = "aws:lb/listener:Listener";

  private static final Set<String> PROTOCOLS =
      Set.of("GENEVE", "HTTP", "HTTPS", "TCP", "TCP_UDP", "TLS", "UDP");
  private static final Shape CERTIFICATE =
      text()
          .matching(
              "arn:[a-z-]+:(acm|iam):[^:]*:[0-9]{12}:(server-)?certificate/.+",
              "({property}) is an invalid ARN: {value}");

  private Listeners() {}

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
                required("defaultActions", listOf(ListenerActions.ACTION).items(1, 100)),
                required(
                        "loadBalancerArn", text().naming(LoadBalancers.A_LOAD_BALANCER.cascading()))
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
                                value -> PROTOCOLS.contains(ElasticLoadBalancing.upperCase(value))))
                    .orComputed(
                        (request, enclosing) ->
                            ListenerConstraints.isApplication(enclosing) ? "HTTP" : null),
                optional("sslPolicy", text())
                    .orComputed(
                        (request, enclosing) ->
                            ListenerConstraints.isEncrypted(enclosing)
                                ? "ELBSecurityPolicy-2016-08"
                                : null),
                optional("tcpIdleTimeoutSeconds", whole().between(60, 6000))
                    .orComputed((request, enclosing) -> isTcp(enclosing) ? 350 : null))
            .has(headers())
            .has(Tags.properties())
            .has(computed("arn", (request, enclosing) -> request.id()))
            .idIs(
                request ->
                    request
                            .inputs()
                            .text("loadBalancerArn", "")
                            .replace(":loadbalancer/", ":listener/")
                        + "/"
                        + request.hex("arn", 16))
            .completedBy(Tags::merged)
            .unique(
                "DuplicateListener: A listener already exists on this port for this load balancer"
                    + " '{loadBalancerArn}'",
                Listeners::socket)
            .constraint(ListenerActions.constraints())
            .constraint(ListenerConstraints.all())
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
    return ElasticLoadBalancing.upperCase(listener.text("protocol", "")).equals("TCP");
  }
}
