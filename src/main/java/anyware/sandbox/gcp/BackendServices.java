package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.decimal;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;

/**
 * Regional backend services:
 * https://cloud.google.com/compute/docs/reference/rest/v1/regionBackendServices.
 *
 * <p>Longer than 250 lines because the type has that many properties.
 */
final class BackendServices {
  static final String BACKEND_SERVICE = "gcp:compute/regionBackendService:RegionBackendService";

  /** A text that names a regional backend service. */
  static final Shape A_BACKEND_SERVICE =
      text()
          .naming(Reference.to(ApiErrors.notFound("{value}"), BACKEND_SERVICE))
          .suppressing(Spellings.LINK_OR_NAME);

  private static final Shape A_POLICY =
      text()
          .naming(
              Reference.to(
                  ApiErrors.notFound("{value}"),
                  "gcp:compute/regionSecurityPolicy:RegionSecurityPolicy"))
          .suppressing(Spellings.LINK_OR_NAME);

  /** An instance group or a network endpoint group; the offline cloud has unmanaged groups only. */
  static final Reference A_BACKEND_GROUP =
      Reference.to(
          ApiErrors.notFound("{value}"),
          InstanceGroups.INSTANCE_GROUP,
          "gcp:compute/regionInstanceGroupManager:RegionInstanceGroupManager",
          "gcp:compute/networkEndpointGroup:NetworkEndpointGroup");

  private static final Shape BACKEND =
      object(
          optional("balancingMode", text().oneOf("UTILIZATION", "RATE", "CONNECTION"))
              .defaultsTo("CONNECTION"),
          optional("capacityScaler", decimal()),
          optional("description", text()),
          optional("failover", flag()).kept(),
          required("group", text().naming(A_BACKEND_GROUP).suppressing(Spellings.PATH)),
          optional("maxConnections", whole()),
          optional("maxConnectionsPerEndpoint", whole()),
          optional("maxConnectionsPerInstance", whole()),
          optional("maxRate", whole()),
          optional("maxRatePerEndpoint", decimal()),
          optional("maxRatePerInstance", decimal()),
          optional("maxUtilization", decimal()));

  private static final Shape CDN =
      object(
          optional(
              "cacheKeyPolicy",
              object(
                  optional("includeHost", flag()),
                  optional("includeNamedCookies", listOf(text())),
                  optional("includeProtocol", flag()),
                  optional("includeQueryString", flag()),
                  optional("queryStringBlacklists", setOf(text())),
                  optional("queryStringWhitelists", setOf(text())))),
          optional(
                  "cacheMode",
                  text().oneOf("USE_ORIGIN_HEADERS", "FORCE_CACHE_ALL", "CACHE_ALL_STATIC"))
              .kept(),
          optional("clientTtl", whole()).kept(),
          optional("defaultTtl", whole()).kept(),
          optional("maxTtl", whole()).kept(),
          optional("negativeCaching", flag()).kept(),
          optional(
              "negativeCachingPolicies",
              listOf(object(optional("code", whole()), optional("ttl", whole())))),
          optional("serveWhileStale", whole()).kept(),
          optional("signedUrlCacheMaxAgeSec", whole()).defaultsTo(3600));

  private static final Shape DURATION =
      object(optional("nanos", whole()), required("seconds", whole()));

  static final Shape CIRCUIT_BREAKERS =
      object(
          optional("connectTimeout", DURATION),
          with("maxConnections", 1024),
          with("maxPendingRequests", 1024),
          with("maxRequests", 1024),
          optional("maxRequestsPerConnection", whole()),
          with("maxRetries", 3));

  static final Shape CONSISTENT_HASH =
      object(
          optional(
              "httpCookie",
              object(
                  optional("name", text()), optional("path", text()), optional("ttl", DURATION))),
          optional("httpHeaderName", text()),
          with("minimumRingSize", 1024));

  static final Shape OUTLIERS =
      object(
          optional("baseEjectionTime", DURATION),
          with("consecutiveErrors", 5),
          with("consecutiveGatewayFailure", 5),
          with("enforcingConsecutiveErrors", 100),
          with("enforcingConsecutiveGatewayFailure", 0),
          with("enforcingSuccessRate", 100),
          optional("interval", DURATION),
          with("maxEjectionPercent", 10),
          with("successRateMinimumHosts", 5),
          with("successRateRequestVolume", 100),
          with("successRateStdevFactor", 1900));

  private static final Shape TRACKING =
      object(
          optional(
                  "connectionPersistenceOnUnhealthyBackends",
                  text().oneOf("DEFAULT_FOR_PROTOCOL", "NEVER_PERSIST", "ALWAYS_PERSIST"))
              .defaultsTo("DEFAULT_FOR_PROTOCOL"),
          optional("enableStrongAffinity", flag()),
          optional("idleTimeoutSec", late(60, 57_600)).orComputed((request, enclosing) -> 600),
          optional("trackingMode", text().oneOf("PER_CONNECTION", "PER_SESSION"))
              .defaultsTo("PER_CONNECTION"));

  private static final Shape FAILOVER =
      object(
          optional("disableConnectionDrainOnFailover", flag())
              .orComputed((request, enclosing) -> false),
          optional("dropTrafficIfUnhealthy", flag()).orComputed((request, enclosing) -> false),
          optional("failoverRatio", decimal()));

  static final Shape IAP =
      object(
          required("oauth2ClientId", text()),
          required("oauth2ClientSecret", text()),
          computed("oauth2ClientSecretSha256", (request, enclosing) -> request.hex("iap", 64)));

  static final Shape LOCALITY =
      text()
          .oneOf(
              "ROUND_ROBIN",
              "LEAST_REQUEST",
              "RING_HASH",
              "RANDOM",
              "ORIGINAL_DESTINATION",
              "MAGLEV",
              "WEIGHTED_MAGLEV");

  private static final Shape LOGS =
      object(optional("enable", flag()), optional("sampleRate", decimal()).defaultsTo(1.0));

  private BackendServices() {}

  static ResourceType backendService() {
    return ResourceType.named(
            BACKEND_SERVICE,
            "https://cloud.google.com/compute/docs/reference/rest/v1/regionBackendServices/insert")
        .has(CommonFields.late())
        .has(
            optional("affinityCookieTtlSec", late(0, 86_400)),
            optional("backends", setOf(BACKEND)),
            optional("cdnPolicy", CDN).kept(),
            optional("circuitBreakers", CIRCUIT_BREAKERS),
            optional("connectionDrainingTimeoutSec", late(0, 3600)).defaultsTo(0),
            optional("connectionTrackingPolicy", TRACKING),
            optional("consistentHash", CONSISTENT_HASH),
            CommonFields.description(),
            optional("enableCdn", flag()),
            optional("failoverPolicy", FAILOVER),
            optional("healthChecks", HealthChecks.A_HEALTH_CHECK)
                .shownAs(ResourceNames.link("healthChecks")),
            optional("iap", IAP),
            optional(
                    "loadBalancingScheme",
                    text().oneOf("EXTERNAL", "EXTERNAL_MANAGED", "INTERNAL", "INTERNAL_MANAGED"))
                .replaces()
                .defaultsTo("INTERNAL"),
            optional("localityLbPolicy", LOCALITY),
            optional("logConfig", LOGS).kept(),
            optional("network", Networks.A_NETWORK).shownAs(ResourceNames.link("network")),
            optional("outlierDetection", OUTLIERS),
            optional("portName", text()).kept(),
            optional(
                    "protocol",
                    text()
                        .oneOf(
                            "HTTP", "HTTPS", "HTTP2", "SSL", "TCP", "UDP", "GRPC", "UNSPECIFIED"))
                .kept()
                .orComputed((request, enclosing) -> "TCP"),
            CommonFields.region().replacesWhen((old, now) -> false),
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
                .kept()
                .orComputed((request, enclosing) -> "NONE"),
            optional(
                "subsetting",
                object(required("policy", text().oneOf("CONSISTENT_HASH_SUBSETTING")))),
            optional("timeoutSec", late(1, Integer.MAX_VALUE))
                .kept()
                .orComputed((request, enclosing) -> 30),
            CommonFields.creationTimestamp(),
            computed("fingerprint", (request, enclosing) -> request.hex("fingerprint", 11) + "="))
        .idIs(ResourceNames.regional("backendServices"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(CommonFields.needsProject(), CommonFields.needsRegion())
        .constraint(BackendServiceConstraints.ofProvider())
        .constraint(BackendServiceConstraints.ofApi())
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("backend_service", "{users}"))
        .gone(CommonFields.GONE)
        .keepsRefusedUpdates()
        .soughtAs(BackendServices::inTheStatesRegion)
        .build();
  }

  /** The provider's URL has the state's region; it takes a 404 for a service that is gone. */
  private static String inTheStatesRegion(String id, Props state) {
    return state
        .text("region")
        .map(region -> id.replaceFirst("/regions/[^/]+/", "/regions/" + region + "/"))
        .orElse(id);
  }

  private static Property with(String name, int value) {
    return optional(name, whole()).defaultsTo(value);
  }

  static Shape late(int least, int most) {
    return whole()
        .where(
            ApiErrors.invalid("Must be between " + least + " and " + most + "."),
            value -> value instanceof Double number && number >= least && number <= most)
        .refusedAtUp();
  }
}
