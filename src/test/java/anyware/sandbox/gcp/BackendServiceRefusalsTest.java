package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.CHECK;
import static anyware.sandbox.gcp.CloudFixture.IN_PROJECT;
import static anyware.sandbox.gcp.CloudFixture.SERVICE;

import anyware.sandbox.gcp.CloudFixture.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Health checks and backend services refuse what Google refuses, at the same step. */
final class BackendServiceRefusalsTest extends CloudTest {
  private static final String MANAGED = "EXTERNAL_MANAGED";
  private static final String GROUP = IN_PROJECT + "zones/us-east4-a/instanceGroups/g";
  private static final String MACHINES = IN_PROJECT + "zones/us-east4-a/instanceGroups/machines";
  private static final String FAR = IN_PROJECT + "zones/us-west1-a/instanceGroups/far";

  private static Case probe(String expected, Map<String, ?> probe) {
    return Case.up(CHECK, "httpsHealthCheck" + expected, "httpsHealthCheck", probe);
  }

  static Stream<Case> healthChecks() {
    Map<String, Object> named = Map.of("portSpecification", "USE_NAMED_PORT", "port", 80);
    return Stream.of(
        Case.check(
            CHECK,
            "httpHealthCheck: Invalid combination of arguments. \"http_health_check\": one of",
            "httpsHealthCheck",
            ABSENT),
        Case.check(
            CHECK,
            "httpHealthCheck: Invalid combination of arguments. \"http_health_check\": only one",
            "tcpHealthCheck",
            Map.of("port", 443)),
        Case.check(
            CHECK,
            "httpsHealthCheck.proxyHeader: expected",
            "httpsHealthCheck",
            Map.of("proxyHeader", "V1")),
        Case.check(
            CHECK,
            "httpsHealthCheck.portSpecification: expected",
            "httpsHealthCheck",
            Map.of("portSpecification", "ANY")),
        Case.check(
            CHECK,
            "httpsHealthCheck.path: unknown property",
            "httpsHealthCheck",
            Map.of("path", "/health")),
        Case.check(CHECK, "type: unknown property", "type", "HTTPS"),
        Case.check(
            CHECK,
            "httpHealthCheck.port: Error in http_health_check: port cannot be specified when using"
                + " port_specification USE_NAMED_PORT.",
            "httpsHealthCheck",
            ABSENT,
            "httpHealthCheck",
            named),
        Case.check(
            CHECK,
            "httpHealthCheck.portName: Error in http_health_check: Must specify port_name",
            "httpsHealthCheck",
            ABSENT,
            "httpHealthCheck",
            named),
        probe(".portName: Error in https_health_check: Must specify port_name", named),
        probe(
            ".portName: Error in https_health_check: port_name cannot be specified",
            Map.of("portSpecification", "USE_SERVING_PORT", "portName", "web")),
        probe(".port: " + INVALID + "httpsHealthCheck.port': '0'", Map.of("port", 0)),
        probe(".port: " + INVALID, Map.of("port", 65536)),
        probe(".requestPath: " + INVALID, Map.of("requestPath", "health")),
        Case.up(CHECK, "name: " + INVALID + "name': 'Bad'. Must be a match", "name", "Bad"),
        Case.up(CHECK, "checkIntervalSec: " + INVALID, "checkIntervalSec", 301),
        Case.up(CHECK, "healthyThreshold: " + INVALID, "healthyThreshold", 0),
        Case.up(CHECK, "unhealthyThreshold: " + INVALID, "unhealthyThreshold", 11),
        Case.up(
            CHECK,
            "timeoutSec: "
                + INVALID
                + "timeoutSec': '6'. TimeoutSec should be less than checkIntervalSec., invalid",
            "timeoutSec",
            6));
  }

  static Stream<Case> services() {
    return Stream.of(
        Case.check(SERVICE, "loadBalancingScheme: expected", "loadBalancingScheme", "PUBLIC"),
        Case.check(SERVICE, "protocol: expected", "protocol", "all"),
        Case.check(SERVICE, "sessionAffinity: expected", "sessionAffinity", "SOURCE_IP"),
        Case.check(
            SERVICE,
            "healthChecks: expected healthChecks to be a string",
            "healthChecks",
            List.of("x")),
        Case.check(
            SERVICE,
            "backends[0].group: missing required property",
            "backends",
            List.of(Map.of("failover", true))),
        Case.check(
            SERVICE,
            "backends: \"max_utilization\" cannot be set for non-managed backend service, found"
                + " value 0.8",
            "backends",
            List.of(Map.of("group", GROUP, "maxUtilization", 0.8))),
        Case.check(
            SERVICE,
            "backends: capacity_scaler is required for each backend",
            "loadBalancingScheme",
            MANAGED,
            "backends",
            List.of(Map.of("group", GROUP))),
        Case.up(SERVICE, "name: " + INVALID + "name': 'a_b'", "name", "a_b"),
        Case.up(
            SERVICE,
            "backends[0].group: googleapi: Error 404: The resource '" + GROUP,
            "backends",
            List.of(Map.of("group", GROUP))),
        Case.up(SERVICE, "protocol: " + INVALID + "protocol': 'HTTPS'", "protocol", "HTTPS"),
        Case.up(
            SERVICE,
            "sessionAffinity: " + INVALID + "sessionAffinity': 'GENERATED_COOKIE'",
            "sessionAffinity",
            "GENERATED_COOKIE"),
        Case.up(
            SERVICE, "sessionAffinity: " + INVALID, "sessionAffinity", "CLIENT_IP_NO_DESTINATION"),
        Case.up(
            SERVICE,
            "sessionAffinity: " + INVALID,
            "sessionAffinity",
            "CLIENT_IP_PROTO",
            "loadBalancingScheme",
            MANAGED),
        Case.up(
            SERVICE,
            "affinityCookieTtlSec: "
                + INVALID
                + "affinityCookieTtlSec': ''. The field cannot be"
                + " set for the load balancing scheme EXTERNAL",
            "affinityCookieTtlSec",
            60),
        Case.up(
            SERVICE,
            "affinityCookieTtlSec: " + INVALID + "affinityCookieTtlSec': '60'. The cookie's",
            "loadBalancingScheme",
            MANAGED,
            "affinityCookieTtlSec",
            60),
        Case.up(SERVICE, "network: " + INVALID, "network", "net"),
        Case.up(SERVICE, "enableCdn: " + INVALID, "enableCdn", true),
        Case.up(SERVICE, "portName: " + INVALID, "portName", "https"),
        Case.up(SERVICE, "localityLbPolicy: " + INVALID, "localityLbPolicy", "ROUND_ROBIN"),
        Case.up(
            SERVICE,
            "connectionDrainingTimeoutSec: " + INVALID,
            "connectionDrainingTimeoutSec",
            3601),
        Case.up(SERVICE, "timeoutSec: " + INVALID, "timeoutSec", 0),
        Case.up(SERVICE, "healthChecks: " + INVALID, "healthChecks", ABSENT),
        Case.up(
            SERVICE,
            "healthChecks: googleapi: Error 404: The resource 'check' was not found",
            "healthChecks",
            "check"),
        Case.up(
            SERVICE,
            "healthChecks: " + INVALID,
            "healthChecks",
            IN_PROJECT + "regions/us-west1/healthChecks/far-check"),
        Case.up(
            SERVICE,
            "subsetting: " + INVALID,
            "subsetting",
            Map.of("policy", "CONSISTENT_HASH_SUBSETTING")));
  }

  private static Case groups(String expected, Object... backends) {
    return Case.up(
        SERVICE,
        expected,
        "loadBalancingScheme",
        "INTERNAL",
        "network",
        "net",
        "backends",
        List.of(backends));
  }

  static Stream<Case> groups() {
    return Stream.of(
        groups(
            "backends[0].balancingMode: "
                + INVALID
                + "backends[0].balancingMode': 'UTILIZATION'. Balancing mode must be CONNECTION for"
                + " an INTERNAL backend service., invalid",
            Map.of("group", MACHINES, "balancingMode", "UTILIZATION")),
        groups(
            "backends[0].group: " + INVALID + "backends[0].group': '" + FAR, Map.of("group", FAR)),
        groups(
            "backends[1].group: " + INVALID + "backends[1].group': '" + MACHINES + "'. Duplicate",
            Map.of("group", MACHINES),
            Map.of("group", MACHINES, "failover", true)),
        Case.up(
            SERVICE,
            "backends[0].group: "
                + INVALID
                + "backends[0].group': '"
                + MACHINES
                + "'. The group must be in the network of the service.",
            "loadBalancingScheme",
            "INTERNAL",
            "network",
            "auto",
            "backends",
            List.of(Map.of("group", MACHINES))),
        Case.up(
            SERVICE,
            "connectionTrackingPolicy: " + INVALID,
            "loadBalancingScheme",
            "INTERNAL",
            "connectionTrackingPolicy",
            Map.of("enableStrongAffinity", true)),
        Case.up(
            SERVICE,
            "connectionTrackingPolicy.idleTimeoutSec: " + INVALID,
            "loadBalancingScheme",
            "INTERNAL",
            "connectionTrackingPolicy",
            Map.of("idleTimeoutSec", 30)),
        Case.up(
            CloudFixture.GROUP,
            "zone: googleapi: Error 400: Invalid value for field 'zone': 'us-east4'. Unknown zone.",
            "zone",
            "us-east4"),
        Case.up(
            CloudFixture.GROUP,
            "instances[0]: googleapi: Error 404: The resource 'machine' was not found",
            "instances",
            List.of("machine")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"healthChecks", "services", "groups"})
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }
}
