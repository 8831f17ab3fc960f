package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.IN_PROJECT;
import static anyware.sandbox.gcp.CloudFixture.IN_REGION;
import static anyware.sandbox.gcp.CloudFixture.RULE;
import static anyware.sandbox.gcp.CloudFixture.inner;

import anyware.sandbox.gcp.CloudFixture.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forwarding rules refuse what Google refuses, at the same step. */
final class ForwardingRuleRefusalsTest extends CloudTest {
  static Stream<Case> ofItself() {
    return Stream.of(
        Case.check(RULE, "ipProtocol: expected ipProtocol to be one of", "ipProtocol", "HTTPS"),
        Case.check(RULE, "loadBalancingScheme: expected", "loadBalancingScheme", "PUBLIC"),
        Case.check(
            RULE, "ports: Too many list items.", "ports", List.of("1", "2", "3", "4", "5", "6")),
        Case.check(RULE, "serviceLabel: \"serviceLabel\" (\"A\")", "serviceLabel", "A"),
        Case.check(RULE, "port: unknown property", "port", "443"),
        Case.up(RULE, "name: " + INVALID + "name': 'A'", "name", "A"),
        Case.up(RULE, "target: " + INVALID, "backendService", ABSENT),
        Case.up(RULE, "target: " + INVALID, "target", "x"),
        Case.up(RULE, "allPorts: " + INVALID, "allPorts", true),
        Case.up(
            RULE,
            "allPorts: "
                + INVALID
                + "allPorts': ''. A forwarding rule with the protocol L3_DEFAULT must set",
            "ipProtocol",
            "L3_DEFAULT",
            "backendService",
            IN_REGION + "backendServices/any"),
        Case.up(
            RULE,
            "ports: "
                + INVALID
                + "ports': ''. Forwarding rules with backend services must specify at least one"
                + " port., invalid",
            "portRange",
            ABSENT),
        Case.up(RULE, "ports: " + INVALID, "ipProtocol", "ESP"),
        Case.up(RULE, "portRange: " + INVALID + "portRange': '443-80'", "portRange", "443-80"),
        Case.up(RULE, "portRange: " + INVALID, "portRange", "0"),
        Case.up(
            RULE,
            "ports[0]: " + INVALID + "ports[0]': '80-90'",
            "portRange",
            ABSENT,
            "ports",
            List.of("80-90")),
        Case.up(RULE, "allowGlobalAccess: " + INVALID, "allowGlobalAccess", true),
        Case.up(RULE, "isMirroringCollector: " + INVALID, "isMirroringCollector", true),
        Case.up(RULE, "serviceLabel: " + INVALID, "serviceLabel", "a"),
        Case.up(RULE, "network: " + INVALID, "network", "net"),
        Case.up(RULE, "subnetwork: " + INVALID, "subnetwork", "sub"),
        Case.up(RULE, "noAutomateDnsZone: " + INVALID, "noAutomateDnsZone", true),
        Case.up(RULE, "allowPscGlobalAccess: " + INVALID, "allowPscGlobalAccess", true),
        Case.up(
            RULE,
            "serviceDirectoryRegistrations: " + INVALID,
            "serviceDirectoryRegistrations",
            Map.of("service", "a")),
        Case.up(
            RULE,
            "sourceIpRanges: " + INVALID,
            inner("subnetwork", "sub", "sourceIpRanges", List.of("10.0.0.0/8"))),
        Case.up(RULE, "labels: " + INVALID, "labels", Map.of("a", "B")));
  }

  static Stream<Case> ofItsPlace() {
    return Stream.of(
        Case.up(
            RULE,
            "backendService: googleapi: Error 404: The resource '"
                + IN_REGION
                + "backendServices/none' was not found",
            "backendService",
            IN_REGION + "backendServices/none"),
        Case.up(
            RULE,
            "backendService: "
                + INVALID
                + "backendService': ''. Load balancing scheme EXTERNAL does not match the backend"
                + " service load balancing scheme INTERNAL., invalid",
            "backendService",
            IN_REGION + "backendServices/inner"),
        Case.up(
            RULE,
            "ipProtocol: googleapi: Error 400: Invalid value for field 'IPProtocol': 'UDP'. invalid"
                + " backend service protocol TCP for forwarding rule with protocol UDP, invalid",
            "ipProtocol",
            "UDP"),
        Case.up(
            RULE,
            "backendService: " + INVALID,
            "backendService",
            IN_PROJECT + "regions/us-west1/backendServices/far-tcp"),
        Case.up(
            RULE,
            "ipAddress: " + INVALID + "IPAddress': '192.0.2.250'. Invalid IP address specified.",
            "ipAddress",
            "192.0.2.250"),
        Case.up(
            RULE,
            "ipAddress: " + INVALID,
            "ipAddress",
            IN_PROJECT + "regions/us-west1/addresses/far-ip"),
        Case.up(RULE, "ipAddress: " + INVALID, "ipAddress", "nobody"),
        Case.up(RULE, "networkTier: " + INVALID, "networkTier", "STANDARD"),
        Case.up(
            RULE,
            "network: googleapi: Error 404: The resource"
                + " 'projects/acme-prod/global/networks/default'",
            inner()),
        Case.up(RULE, "subnetwork: " + INVALID, inner("network", "net")),
        Case.up(
            RULE,
            "portRange: " + INVALID + "portRange': '443'. The field cannot be set for internal",
            inner("subnetwork", "sub", "ports", ABSENT, "portRange", "443")),
        Case.up(
            RULE,
            "ipAddress: " + INVALID + "IPAddress': '10.0.0.254'",
            inner("subnetwork", "sub", "ipAddress", "10.0.0.254")),
        Case.up(
            RULE,
            "network: "
                + INVALID
                + "network': ''. The network must be that of the backend service.",
            inner("subnetwork", "sub", "backendService", IN_REGION + "backendServices/elsewhere")),
        Case.up(
            RULE,
            "subnetwork: googleapi: Error 400: Subnetwork",
            inner("network", "auto", "subnetwork", "sub")),
        Case.up(
            RULE,
            "subnetwork: " + INVALID,
            inner("subnetwork", IN_PROJECT + "regions/us-west1/subnetworks/far")),
        Case.up(
            RULE,
            "ipAddress: " + INVALID + "IPAddress': '10.7.0.1'",
            inner("subnetwork", "sub", "ipAddress", "10.7.0.1")),
        Case.up(
            RULE,
            "ipAddress: " + INVALID,
            inner("subnetwork", "sub", "ipAddress", IN_REGION + "addresses/ip")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ofItself", "ofItsPlace"})
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }
}
