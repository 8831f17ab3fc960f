package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;

/**
 * Regional backend services:
 * https://cloud.google.com/compute/docs/reference/rest/v1/regionBackendServices.
 */
final class GcpBackendServices {
  static final String BACKEND_SERVICE = "gcp:compute/regionBackendService:RegionBackendService";

  /** A text that names a regional backend service. */
  static final Shape A_BACKEND_SERVICE =
      text().naming(Reference.to(GcpErrors.notFound("{value}"), BACKEND_SERVICE));

  private static final Shape A_POLICY =
      text()
          .naming(
              Reference.to(
                  GcpErrors.notFound("{value}"),
                  "gcp:compute/regionSecurityPolicy:RegionSecurityPolicy"));

  private GcpBackendServices() {}

  /**
   * The type.
   *
   * @return it
   */
  static ResourceType backendService() {
    return ResourceType.named(
            BACKEND_SERVICE,
            "https://cloud.google.com/compute/docs/reference/rest/v1/regionBackendServices/insert")
        .has(GcpFields.late())
        .has(
            optional("affinityCookieTtlSec", late(0, 86_400)),
            optional("backends", setOf(GcpBackendShapes.BACKEND)),
            optional("cdnPolicy", GcpBackendShapes.CDN),
            optional("circuitBreakers", GcpBackendShapes.CIRCUIT_BREAKERS),
            optional("connectionDrainingTimeoutSec", late(0, 3600)).defaultsTo(0),
            optional("connectionTrackingPolicy", GcpBackendShapes.TRACKING),
            optional("consistentHash", GcpBackendShapes.CONSISTENT_HASH),
            GcpFields.description(),
            optional("enableCdn", flag()),
            optional("failoverPolicy", GcpBackendShapes.FAILOVER),
            optional("healthChecks", GcpHealthChecks.A_HEALTH_CHECK)
                .shownAs(GcpPaths.link("healthChecks")),
            optional("iap", GcpBackendShapes.IAP),
            optional(
                    "loadBalancingScheme",
                    text().oneOf("EXTERNAL", "EXTERNAL_MANAGED", "INTERNAL", "INTERNAL_MANAGED"))
                .replaces()
                .defaultsTo("INTERNAL"),
            optional(
                "localityLbPolicy",
                text()
                    .oneOf(
                        "ROUND_ROBIN",
                        "LEAST_REQUEST",
                        "RING_HASH",
                        "RANDOM",
                        "ORIGINAL_DESTINATION",
                        "MAGLEV",
                        "WEIGHTED_MAGLEV")),
            optional("logConfig", GcpBackendShapes.LOGS),
            optional("network", GcpNetworks.A_NETWORK).shownAs(GcpPaths.link("network")),
            optional("outlierDetection", GcpBackendShapes.OUTLIERS),
            optional("portName", text()),
            optional(
                    "protocol",
                    text()
                        .oneOf(
                            "HTTP", "HTTPS", "HTTP2", "SSL", "TCP", "UDP", "GRPC", "UNSPECIFIED"))
                .orComputed((at, around) -> "TCP"),
            GcpFields.region().replacesWhen((old, now) -> false),
            optional("securityPolicy", A_POLICY),
            optional(
                    "sessionAffinity",
                    text()
                        .oneOf(
                            "NONE",
                            "CLIENT_IP",
                            "CLIENT_IP_PORT_PROTO",
                            "CLIENT_IP_PROTO",
                            "GENERATED_COOKIE",
                            "HEADER_FIELD",
                            "HTTP_COOKIE",
                            "CLIENT_IP_NO_DESTINATION"))
                .orComputed((at, around) -> "NONE"),
            optional(
                "subsetting",
                object(required("policy", text().oneOf("CONSISTENT_HASH_SUBSETTING")))),
            optional("timeoutSec", late(1, Integer.MAX_VALUE)).orComputed((at, around) -> 30),
            GcpFields.creationTimestamp(),
            computed("fingerprint", (at, around) -> at.hex("fingerprint", 11) + "="))
        .idIs(GcpPaths.regional("backendServices"))
        .autoNamed(GcpFields.AUTO_NAME)
        .completedBy(GcpPaths::completed)
        .rule(GcpFields.needsProject(), GcpFields.needsRegion())
        .rule(GcpBackendRules.ofProvider())
        .rule(GcpBackendRules.ofApi())
        .exists(GcpFields.EXISTS)
        .inUse(GcpErrors.inUse("backend_service", "{users}"))
        .gone(GcpFields.GONE)
        .build();
  }

  private static Shape late(int least, int most) {
    return whole()
        .where(
            GcpErrors.invalid("Must be between " + least + " and " + most + "."),
            value -> value instanceof Double number && number >= least && number <= most)
        .refusedAtUp();
  }
}
