package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;

/**
 * How a load balancer behaves:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html.
 */
final class LoadBalancerAttributes {
  private static final Shape LOGS =
      object(
          required("bucket", text()),
          optional("enabled", flag()).defaultsTo(false),
          optional("prefix", text()));

  private LoadBalancerAttributes() {}

  /** The attributes as properties; the provider sends each only to the kinds that have it. */
  static Property[] properties() {
    return new Property[] {
      optional("accessLogs", LOGS),
      optional("clientKeepAlive", whole().between(60, 604_800).refusedAtUp()).defaultsTo(3600),
      optional("connectionLogs", LOGS),
      optional("desyncMitigationMode", text().oneOf("monitor", "defensive", "strictest"))
          .defaultsTo("defensive"),
      optional(
              "dnsRecordClientRoutingPolicy",
              text()
                  .oneOf(
                      "availability_zone_affinity",
                      "partial_availability_zone_affinity",
                      "any_availability_zone"))
          .defaultsTo("any_availability_zone"),
      optional("dropInvalidHeaderFields", flag()).defaultsTo(false),
      optional("enableCrossZoneLoadBalancing", flag()).defaultsTo(false),
      optional("enableDeletionProtection", flag()).defaultsTo(false),
      optional("enableHttp2", flag()).defaultsTo(true),
      optional("enableTlsVersionAndCipherSuiteHeaders", flag()).defaultsTo(false),
      optional("enableWafFailOpen", flag()).defaultsTo(false),
      optional("enableXffClientPort", flag()).defaultsTo(false),
      optional("enableZonalShift", flag()).defaultsTo(false),
      optional("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic", text().oneOf("on", "off"))
          .orComputed(
              (request, enclosing) ->
                  enclosing.has("securityGroups") && LoadBalancers.isNetwork(enclosing)
                      ? "on"
                      : ""),
      optional("idleTimeout", whole().between(1, 4000).refusedAtUp()).defaultsTo(60),
      optional("minimumLoadBalancerCapacity", object(required("capacityUnits", whole()))),
      optional("preserveHostHeader", flag()).defaultsTo(false),
      optional("xffHeaderProcessingMode", text().oneOf("append", "preserve", "remove"))
          .defaultsTo("append")
    };
  }

  static Constraint[] constraints() {
    return new Constraint[] {
      refuse(
              "accessLogs",
              "InvalidConfigurationRequest: Access Denied for bucket: {accessLogs.bucket}. Please"
                  + " check S3bucket permission",
              balancer -> isClosed(balancer, "accessLogs"))
          .at(Step.UP),
      refuse(
              "connectionLogs",
              "InvalidConfigurationRequest: Access Denied for bucket: {connectionLogs.bucket}."
                  + " Please check S3bucket permission",
              balancer -> isClosed(balancer, "connectionLogs"))
          .at(Step.UP),
      refuse(
              "",
              "OperationNotPermitted: Load balancer '{name}' cannot be deleted because deletion"
                  + " protection is enabled",
              balancer -> balancer.isTrue("enableDeletionProtection"))
          .at(Step.DELETE)
    };
  }

  /** Logs go to a bucket of the same region that lets the region's log delivery in. */
  private static boolean isClosed(Props balancer, String logs) {
    return balancer.isTrue(logs + ".enabled")
        && !Buckets.canBe(balancer.text(logs + ".bucket", ""));
  }
}
