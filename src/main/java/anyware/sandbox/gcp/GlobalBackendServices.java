package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.decimal;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import java.util.Map;

/**
 * Global backend services: https://cloud.google.com/compute/docs/reference/rest/v1/backendServices.
 * Of caches and of locality policies nothing is looked into.
 */
final class GlobalBackendServices {
  static final String BACKEND_SERVICE = "gcp:compute/backendService:BackendService";

  /** https://cloud.google.com/load-balancing/docs/https/ext-http-lb-overview#session_affinity */
  private static final int LONGEST_COOKIE = 1_209_600;

  private static final Shape BACKEND =
      object(
          optional("balancingMode", text().oneOf("UTILIZATION", "RATE", "CONNECTION"))
              .defaultsTo("UTILIZATION"),
          optional("capacityScaler", share()).defaultsTo(1.0),
          optional("description", text()),
          required(
              "group", text().naming(BackendServices.A_BACKEND_GROUP).suppressing(Spellings.PATH)),
          optional("maxConnections", whole()).kept(),
          optional("maxConnectionsPerEndpoint", whole()).kept(),
          optional("maxConnectionsPerInstance", whole()).kept(),
          optional("maxRate", whole()).kept(),
          optional("maxRatePerEndpoint", decimal()).kept(),
          optional("maxRatePerInstance", decimal()).kept(),
          optional("maxUtilization", share()).kept());

  private static final Shape LOGS =
      object(optional("enable", flag()), optional("sampleRate", share()).defaultsTo(1.0));

  private GlobalBackendServices() {}

  static ResourceType backendService() {
    return ResourceType.named(
            BACKEND_SERVICE,
            "https://cloud.google.com/compute/docs/reference/rest/v1/backendServices/insert")
        .has(CommonFields.late())
        .has(balancing())
        .has(
            optional("cdnPolicy", anything()).kept(),
            optional("compressionMode", text().oneOf("AUTOMATIC", "DISABLED")),
            optional("customRequestHeaders", setOf(text())),
            optional("customResponseHeaders", setOf(text())),
            CommonFields.description(),
            optional("edgeSecurityPolicy", SecurityPolicies.A_SECURITY_POLICY)
                .shownAs(ResourceNames.link("edgeSecurityPolicy")),
            optional("enableCdn", flag()),
            optional("healthChecks", HealthChecks.A_GLOBAL_HEALTH_CHECK)
                .shownAs(ResourceNames.link("healthChecks")),
            optional("iap", BackendServices.IAP),
            optional("logConfig", LOGS)
                .kept()
                .orComputed((request, service) -> Map.of("enable", false)),
            optional("securityPolicy", SecurityPolicies.A_SECURITY_POLICY)
                .shownAs(ResourceNames.link("securityPolicy")),
            optional(
                "securitySettings",
                object(
                    required("clientTlsPolicy", text().suppressing(Spellings.LINK_OR_NAME)),
                    required("subjectAltNames", listOf(text())))),
            CommonFields.creationTimestamp(),
            computed("fingerprint", (request, service) -> request.hex("fingerprint", 11) + "="),
            computed("generatedId", (request, at) -> Long.parseLong(request.digits("service", 15))))
        .idIs(ResourceNames.global("backendServices"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(
            GlobalNames.completed(
                Map.of(
                    "healthChecks", "healthChecks",
                    "securityPolicy", "securityPolicies",
                    "edgeSecurityPolicy", "securityPolicies")))
        .constraint(CommonFields.needsProject())
        .constraint(GlobalBackendServiceConstraints.constraints())
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("backend_service", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  /** How requests find their backend. */
  private static Property[] balancing() {
    return new Property[] {
      optional("affinityCookieTtlSec", BackendServices.late(0, LONGEST_COOKIE)),
      optional("backends", setOf(BACKEND)),
      optional("circuitBreakers", BackendServices.CIRCUIT_BREAKERS),
      optional("connectionDrainingTimeoutSec", BackendServices.late(0, 3600)).defaultsTo(300),
      optional("consistentHash", BackendServices.CONSISTENT_HASH),
      optional(
              "loadBalancingScheme",
              text()
                  .oneOf(
                      "EXTERNAL", "EXTERNAL_MANAGED", "INTERNAL_MANAGED", "INTERNAL_SELF_MANAGED"))
          .replaces()
          .defaultsTo("EXTERNAL"),
      optional("localityLbPolicies", anything()),
      optional("localityLbPolicy", BackendServices.LOCALITY),
      optional("outlierDetection", BackendServices.OUTLIERS),
      optional("portName", CommonFields.LATE_NAME).kept().orComputed((request, service) -> "http"),
      optional(
              "protocol",
              text().oneOf("HTTP", "HTTPS", "HTTP2", "TCP", "SSL", "GRPC", "UNSPECIFIED"))
          .kept()
          .orComputed((request, service) -> "HTTP"),
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
                      "HTTP_COOKIE"))
          .kept()
          .orComputed((request, service) -> "NONE"),
      optional("timeoutSec", BackendServices.late(1, Integer.MAX_VALUE))
          .kept()
          .orComputed((request, service) -> 30)
    };
  }

  private static Shape share() {
    return decimal()
        .where(
            ApiErrors.invalid("Must be between 0.0 and 1.0."),
            value -> value instanceof Double rate && rate >= 0 && rate <= 1)
        .refusedAtUp();
  }
}
