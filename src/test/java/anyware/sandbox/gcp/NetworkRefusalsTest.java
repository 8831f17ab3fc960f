package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.NETWORK;
import static anyware.sandbox.gcp.CloudFixture.SUBNETWORK;

import anyware.sandbox.gcp.CloudFixture.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks and subnetworks refuse what Google refuses, at the same step. */
final class NetworkRefusalsTest extends CloudTest {
  static Stream<Case> refusals() {
    return Stream.of(
        Case.check(NETWORK, "subnets: unknown property", "subnets", 1),
        Case.check(NETWORK, "selfLink: unknown property", "selfLink", "x"),
        Case.check(NETWORK, "name: \"name\" (\"Net\") doesn't match regexp", "name", "Net"),
        Case.check(NETWORK, "name: \"name\" (\"a_b\") doesn't match regexp", "name", "a_b"),
        Case.check(
            NETWORK, "routingMode: expected routingMode to be one of", "routingMode", "LOCAL"),
        Case.check(
            NETWORK,
            "networkFirewallPolicyEnforcementOrder: expected",
            "networkFirewallPolicyEnforcementOrder",
            "LATER"),
        Case.up(NETWORK, "mtu: " + INVALID + "mtu': '1200'. Must be between", "mtu", 1200),
        Case.up(NETWORK, "project: " + INVALID + "project': 'No'", "project", "No"),
        Case.up(
            NETWORK,
            "internalIpv6Range: " + INVALID + "internalIpv6Range': 'fd30::/48'",
            "internalIpv6Range",
            "fd30::/48",
            "enableUlaInternalIpv6",
            true),
        Case.up(
            NETWORK,
            "internalIpv6Range: " + INVALID + "internalIpv6Range': 'fd20:1::/48'. An internal",
            "internalIpv6Range",
            "fd20:1::/48"),
        Case.up(
            NETWORK,
            "description: googleapi: Error 413: Value for field 'resource.description'",
            "description",
            "x".repeat(2049)),
        Case.check(SUBNETWORK, "network: missing required property", "network", ABSENT),
        Case.check(SUBNETWORK, "ipCidrRange: missing required property", "ipCidrRange", ABSENT),
        Case.check(
            SUBNETWORK,
            "ipCidrRange: \"ipCidrRange\" is not a valid IP CIDR",
            "ipCidrRange",
            "10.0"),
        Case.check(SUBNETWORK, "role: expected role to be one of", "role", "MAIN"),
        Case.check(SUBNETWORK, "stackType: expected", "stackType", "IPV6"),
        Case.check(SUBNETWORK, "ipv6AccessType: expected", "ipv6AccessType", "BOTH"),
        Case.check(
            SUBNETWORK, "logConfig.metadata: expected", "logConfig", Map.of("metadata", "SOME")),
        Case.check(
            SUBNETWORK,
            "secondaryIpRanges[0].rangeName: \"secondaryIpRanges[0].rangeName\" (\"A\")",
            "secondaryIpRanges",
            List.of(Map.of("rangeName", "A", "ipCidrRange", "10.7.0.0/24"))),
        Case.up(
            SUBNETWORK,
            "ipCidrRange: "
                + INVALID
                + "ipCidrRange': '10.1.0.1/24'. Must be a valid IPV4 CIDR address range.",
            "ipCidrRange",
            "10.1.0.1/24"),
        Case.up(SUBNETWORK, "ipCidrRange: " + INVALID, "ipCidrRange", "2001:db8::/64"),
        Case.up(
            SUBNETWORK,
            "ipCidrRange: " + INVALID + "ipCidrRange': '10.1.0.0/30'. The smallest",
            "ipCidrRange",
            "10.1.0.0/30"),
        Case.up(
            SUBNETWORK,
            "ipCidrRange: " + INVALID + "ipCidrRange': '169.254.0.0/24'. The range overlaps",
            "ipCidrRange",
            "169.254.0.0/24"),
        Case.up(
            SUBNETWORK,
            "ipCidrRange: "
                + INVALID
                + "ipCidrRange': '10.0.0.0/16'. Invalid IPCidrRange: 10.0.0.0/16 conflicts with"
                + " existing subnetwork 'sub' in region 'us-east4'., invalid",
            "ipCidrRange",
            "10.0.0.0/16"),
        Case.up(
            SUBNETWORK,
            "secondaryIpRanges[0].ipCidrRange: "
                + INVALID
                + "secondaryIpRanges[0].ipCidrRange': '10.1.0.0/25'. Invalid IPCidrRange",
            "secondaryIpRanges",
            List.of(Map.of("rangeName", "a", "ipCidrRange", "10.1.0.0/25"))),
        Case.up(
            SUBNETWORK,
            "secondaryIpRanges[1]: " + INVALID + "secondaryIpRanges.rangeName': 'a'",
            "secondaryIpRanges",
            List.of(
                Map.of("rangeName", "a", "ipCidrRange", "10.7.0.0/24"),
                Map.of("rangeName", "a", "ipCidrRange", "10.8.0.0/24"))),
        Case.up(
            SUBNETWORK,
            "ipCidrRange: "
                + INVALID
                + "ipCidrRange': '10.200.0.0/16'. Extended subnetworks in auto subnet mode"
                + " networks cannot overlap with 10.128.0.0/9.",
            "network",
            "auto",
            "ipCidrRange",
            "10.200.0.0/16"),
        Case.up(
            SUBNETWORK,
            "network: googleapi: Error 404: The resource 'projects/acme-prod/global/networks/none'"
                + " was not found",
            "network",
            "none"),
        Case.up(
            SUBNETWORK,
            "region: googleapi: Error 400: Invalid value for field 'region': 'us-east9'. Unknown"
                + " region., invalid",
            "region",
            "us-east9"),
        Case.up(SUBNETWORK, "purpose: " + INVALID + "purpose': 'PUBLIC'", "purpose", "PUBLIC"),
        Case.up(SUBNETWORK, "role: " + INVALID + "role': 'ACTIVE'", "role", "ACTIVE"),
        Case.up(
            SUBNETWORK, "privateIpv6GoogleAccess: " + INVALID, "privateIpv6GoogleAccess", "YES"),
        Case.up(
            SUBNETWORK,
            "logConfig: " + INVALID,
            "purpose",
            "REGIONAL_MANAGED_PROXY",
            "role",
            "ACTIVE",
            "logConfig",
            Map.of("metadata", "EXCLUDE_ALL_METADATA")),
        Case.up(
            SUBNETWORK,
            "logConfig: " + INVALID,
            "logConfig",
            Map.of("metadataFields", List.of("src_instance"))),
        Case.up(
            SUBNETWORK,
            "logConfig.flowSampling: " + INVALID + "logConfig.flowSampling': '2'",
            "logConfig",
            Map.of("flowSampling", 2)),
        Case.up(SUBNETWORK, "ipv6AccessType: " + INVALID, "stackType", "IPV4_IPV6"),
        Case.up(
            SUBNETWORK,
            "ipv6AccessType: " + INVALID + "ipv6AccessType': 'INTERNAL'. The network has no",
            "stackType",
            "IPV4_IPV6",
            "ipv6AccessType",
            "INTERNAL"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }
}
