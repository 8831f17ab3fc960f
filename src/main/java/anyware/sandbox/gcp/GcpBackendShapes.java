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
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Shape;

/** The nested objects of a backend service; the page is that of {@link GcpBackendServices}. */
final class GcpBackendShapes {
  /** An instance group or a network endpoint group; the offline cloud has neither. */
  private static final Reference A_GROUP =
      Reference.to(
          GcpErrors.notFound("{value}"),
          "gcp:compute/instanceGroup:InstanceGroup",
          "gcp:compute/regionInstanceGroupManager:RegionInstanceGroupManager",
          "gcp:compute/networkEndpointGroup:NetworkEndpointGroup");

  static final Shape BACKEND =
      object(
          optional("balancingMode", text().oneOf("UTILIZATION", "RATE", "CONNECTION"))
              .defaultsTo("CONNECTION"),
          optional("capacityScaler", decimal()),
          optional("description", text()),
          optional("failover", flag()),
          required("group", text().naming(A_GROUP)),
          optional("maxConnections", whole()),
          optional("maxConnectionsPerEndpoint", whole()),
          optional("maxConnectionsPerInstance", whole()),
          optional("maxRate", whole()),
          optional("maxRatePerEndpoint", decimal()),
          optional("maxRatePerInstance", decimal()),
          optional("maxUtilization", decimal()));

  static final Shape CDN =
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
              text().oneOf("USE_ORIGIN_HEADERS", "FORCE_CACHE_ALL", "CACHE_ALL_STATIC")),
          optional("clientTtl", whole()),
          optional("defaultTtl", whole()),
          optional("maxTtl", whole()),
          optional("negativeCaching", flag()),
          optional(
              "negativeCachingPolicies",
              listOf(object(optional("code", whole()), optional("ttl", whole())))),
          optional("serveWhileStale", whole()),
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

  static final Shape TRACKING =
      object(
          optional(
                  "connectionPersistenceOnUnhealthyBackends",
                  text().oneOf("DEFAULT_FOR_PROTOCOL", "NEVER_PERSIST", "ALWAYS_PERSIST"))
              .defaultsTo("DEFAULT_FOR_PROTOCOL"),
          optional("enableStrongAffinity", flag()),
          optional("idleTimeoutSec", whole()).orComputed((at, around) -> 600),
          optional("trackingMode", text().oneOf("PER_CONNECTION", "PER_SESSION"))
              .defaultsTo("PER_CONNECTION"));

  static final Shape FAILOVER =
      object(
          optional("disableConnectionDrainOnFailover", flag()).orComputed((at, around) -> false),
          optional("dropTrafficIfUnhealthy", flag()).orComputed((at, around) -> false),
          optional("failoverRatio", decimal()));

  static final Shape IAP =
      object(
          required("oauth2ClientId", text()),
          required("oauth2ClientSecret", text()),
          computed("oauth2ClientSecretSha256", (at, around) -> at.hex("iap", 64)));

  static final Shape LOGS =
      object(optional("enable", flag()), optional("sampleRate", decimal()).defaultsTo(1.0));

  private GcpBackendShapes() {}

  private static Property with(String name, int value) {
    return optional(name, whole()).defaultsTo(value);
  }
}
