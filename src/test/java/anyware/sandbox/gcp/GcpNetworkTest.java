package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.GcpWorld.ABSENT;
import static anyware.sandbox.gcp.GcpWorld.IN_PROJECT;
import static anyware.sandbox.gcp.GcpWorld.IN_REGION;
import static anyware.sandbox.gcp.GcpWorld.NETWORK;
import static anyware.sandbox.gcp.GcpWorld.SUBNET;
import static anyware.sandbox.gcp.GcpWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.gcp.GcpWorld.Case;
import anyware.sandbox.spec.Stored;
import anyware.sandbox.spec.Unknown;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks and subnetworks refuse what Google refuses, at the same step. */
final class GcpNetworkTest {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";
  private static final String INVALID = "googleapi: Error 400: Invalid value for field 'resource.";

  @TempDir Path folder;
  private GcpWorld world;

  @BeforeEach
  void open() {
    world = new GcpWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

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
        Case.check(SUBNET, "network: missing required property", "network", ABSENT),
        Case.check(SUBNET, "ipCidrRange: missing required property", "ipCidrRange", ABSENT),
        Case.check(
            SUBNET, "ipCidrRange: \"ipCidrRange\" is not a valid IP CIDR", "ipCidrRange", "10.0"),
        Case.check(SUBNET, "role: expected role to be one of", "role", "MAIN"),
        Case.check(SUBNET, "stackType: expected", "stackType", "IPV6"),
        Case.check(SUBNET, "ipv6AccessType: expected", "ipv6AccessType", "BOTH"),
        Case.check(SUBNET, "logConfig.metadata: expected", "logConfig", Map.of("metadata", "SOME")),
        Case.check(
            SUBNET,
            "secondaryIpRanges[0].rangeName: \"secondaryIpRanges[0].rangeName\" (\"A\")",
            "secondaryIpRanges",
            List.of(Map.of("rangeName", "A", "ipCidrRange", "10.7.0.0/24"))),
        Case.up(
            SUBNET,
            "ipCidrRange: "
                + INVALID
                + "ipCidrRange': '10.1.0.1/24'. Must be a valid IPV4 CIDR address range.",
            "ipCidrRange",
            "10.1.0.1/24"),
        Case.up(SUBNET, "ipCidrRange: " + INVALID, "ipCidrRange", "2001:db8::/64"),
        Case.up(
            SUBNET,
            "ipCidrRange: " + INVALID + "ipCidrRange': '10.1.0.0/30'. The smallest",
            "ipCidrRange",
            "10.1.0.0/30"),
        Case.up(
            SUBNET,
            "ipCidrRange: " + INVALID + "ipCidrRange': '169.254.0.0/24'. The range overlaps",
            "ipCidrRange",
            "169.254.0.0/24"),
        Case.up(
            SUBNET,
            "ipCidrRange: "
                + INVALID
                + "ipCidrRange': '10.0.0.0/16'. Invalid IPCidrRange: 10.0.0.0/16 conflicts with"
                + " existing subnetwork 'sub' in region 'us-east4'., invalid",
            "ipCidrRange",
            "10.0.0.0/16"),
        Case.up(
            SUBNET,
            "secondaryIpRanges[0].ipCidrRange: "
                + INVALID
                + "secondaryIpRanges[0].ipCidrRange': '10.1.0.0/25'. Invalid IPCidrRange",
            "secondaryIpRanges",
            List.of(Map.of("rangeName", "a", "ipCidrRange", "10.1.0.0/25"))),
        Case.up(
            SUBNET,
            "secondaryIpRanges[1]: " + INVALID + "secondaryIpRanges.rangeName': 'a'",
            "secondaryIpRanges",
            List.of(
                Map.of("rangeName", "a", "ipCidrRange", "10.7.0.0/24"),
                Map.of("rangeName", "a", "ipCidrRange", "10.8.0.0/24"))),
        Case.up(
            SUBNET,
            "ipCidrRange: "
                + INVALID
                + "ipCidrRange': '10.200.0.0/16'. Extended subnetworks in auto subnet mode"
                + " networks cannot overlap with 10.128.0.0/9.",
            "network",
            "auto",
            "ipCidrRange",
            "10.200.0.0/16"),
        Case.up(
            SUBNET,
            "network: googleapi: Error 404: The resource 'projects/acme-prod/global/networks/none'"
                + " was not found",
            "network",
            "none"),
        Case.up(
            SUBNET,
            "region: googleapi: Error 400: Invalid value for field 'region': 'us-east9'. Unknown"
                + " region., invalid",
            "region",
            "us-east9"),
        Case.up(SUBNET, "purpose: " + INVALID + "purpose': 'PUBLIC'", "purpose", "PUBLIC"),
        Case.up(SUBNET, "role: " + INVALID + "role': 'ACTIVE'", "role", "ACTIVE"),
        Case.up(SUBNET, "privateIpv6GoogleAccess: " + INVALID, "privateIpv6GoogleAccess", "YES"),
        Case.up(
            SUBNET,
            "logConfig: " + INVALID,
            "purpose",
            "REGIONAL_MANAGED_PROXY",
            "role",
            "ACTIVE",
            "logConfig",
            Map.of("metadata", "EXCLUDE_ALL_METADATA")),
        Case.up(
            SUBNET,
            "logConfig: " + INVALID,
            "logConfig",
            Map.of("metadataFields", List.of("src_instance"))),
        Case.up(
            SUBNET,
            "logConfig.flowSampling: " + INVALID + "logConfig.flowSampling': '2'",
            "logConfig",
            Map.of("flowSampling", 2)),
        Case.up(SUBNET, "ipv6AccessType: " + INVALID, "stackType", "IPV4_IPV6"),
        Case.up(
            SUBNET,
            "ipv6AccessType: " + INVALID + "ipv6AccessType': 'INTERNAL'. The network has no",
            "stackType",
            "IPV4_IPV6",
            "ipv6AccessType",
            "INTERNAL"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusals(Case wrong) {
    world.refuses(wrong);
  }

  @Test
  void networksLookLikeGoogles() {
    Stored made = world.make(NETWORK, "main");
    String name = made.inputs().text("name", "");
    assertThat(name).matches("main-[0-9a-f]{7}");
    assertThat(made.id()).isEqualTo(IN_PROJECT + "global/networks/" + name);
    assertThat(made.outputs().values())
        .containsEntry("selfLink", HOST + made.id())
        .containsEntry("project", "acme-prod")
        .containsEntry("routingMode", "REGIONAL")
        .containsEntry("mtu", 1460.0);
    assertThat(made.inputs().values())
        .as("defaults of the provider")
        .containsEntry("deleteDefaultRoutesOnCreate", false)
        .doesNotContainKey("project");
  }

  @Test
  void subnetworksLookLikeGoogles() {
    Stored made = world.make(SUBNET, "s", "name", "s", "network", "net");
    assertThat(made.id()).isEqualTo(IN_REGION + "subnetworks/s");
    assertThat(made.outputs().values())
        .containsEntry("network", HOST + IN_PROJECT + "global/networks/net")
        .containsEntry("region", "us-east4")
        .containsEntry("gatewayAddress", "10.1.0.1")
        .containsEntry("purpose", "PRIVATE");
    assertThat(world.rig.read(made)).hasValue(made);
  }

  @Test
  void previewLeavesOpenWhatGoogleDecides() {
    var shown = world.rig.preview(SUBNET, "s", with(SUBNET, "network", Unknown.VALUE));
    assertThat(shown.values())
        .containsEntry("network", Unknown.VALUE)
        .containsEntry("selfLink", Unknown.VALUE)
        .containsEntry("ipCidrRange", "10.1.0.0/24");
  }

  @Test
  void automaticNamesKeepTheLogicalName() {
    assertThat(world.rig.checkRefusals(NETWORK, "My_Net", with(NETWORK)))
        .singleElement()
        .asString()
        .contains("doesn't match regexp");
    assertThat(world.rig.checkRefusals(NETWORK, "n".repeat(55), with(NETWORK))).isEmpty();
    assertThat(world.rig.checkRefusals(NETWORK, "n".repeat(56), with(NETWORK)))
        .anySatisfy(text -> assertThat(text).contains("longer than maximum length 63"));
  }

  @Test
  void everySpellingOfANetworkNamesIt() {
    for (String spelling :
        List.of(
            "net",
            "global/networks/net",
            IN_PROJECT + "global/networks/net",
            HOST + IN_PROJECT + "global/networks/net",
            "https://compute.googleapis.com/compute/beta/" + IN_PROJECT + "global/networks/net")) {
      Stored made = world.make(SUBNET, "s", "network", spelling);
      assertThat(made.outputs().text("network"))
          .hasValue(HOST + IN_PROJECT + "global/networks/net");
      world.rig.delete(made);
    }
  }

  @Test
  void aProjectOfItsOwnWins() {
    Stored made = world.make(NETWORK, "other", "name", "net", "project", "acme-lab");
    assertThat(made.id()).isEqualTo("projects/acme-lab/global/networks/net");
    Stored subnet = world.make(SUBNET, "s", "project", "acme-lab", "ipCidrRange", "10.0.0.0/24");
    assertThat(subnet.outputs().text("network", "")).endsWith(made.id());
    assertThat(world.rig.deleteRefusals(made)).hasSize(1);
  }

  @Test
  void projectAndRegionComeFromSomewhere() {
    var bare = world.rig.with(Map.of());
    assertThat(bare.checkRefusals(NETWORK, "n", with(NETWORK)))
        .containsExactly(
            "project: Failed to retrieve project, pid: , err: project: required field is not set");
    var global = world.rig.with(Map.of("project", "acme-prod"));
    assertThat(global.upRefusals(SUBNET, "s", with(SUBNET)))
        .containsExactly(
            "Cannot determine region: set in this resource, or set provider-level 'region' or"
                + " 'zone'.");
    var zonal = world.rig.with(Map.of("project", "acme-prod", "zone", "us-east4-b"));
    assertThat(zonal.create(SUBNET, "s", with(SUBNET)).id()).startsWith(IN_REGION);
  }

  @Test
  void namesAreTakenOnce() {
    assertThat(world.rig.upRefusals(NETWORK, "n2", with(NETWORK, "name", "net")))
        .containsExactly(
            "googleapi: Error 409: The resource 'projects/acme-prod/global/networks/net' already"
                + " exists, alreadyExists");
  }

  @Test
  void networksStayWhileSomethingIsInThem() {
    Stored network = world.make(NETWORK, "busy", "name", "busy");
    Stored subnet = world.make(SUBNET, "s", "name", "s", "network", "busy");
    assertThat(world.rig.deleteRefusals(network))
        .containsExactly(
            "googleapi: Error 400: The network resource '%s' is already being used by '%s', %s"
                .formatted(network.id(), subnet.id(), "resourceInUseByAnotherResource"));
    world.rig.delete(subnet);
    assertThat(world.rig.deleteRefusals(network)).isEmpty();
  }

  @Test
  void rangesGrowInPlace() {
    Stored subnet = world.make(SUBNET, "s");
    assertThat(world.rig.diff(subnet, with(SUBNET))).isEmpty();
    assertThat(world.rig.diff(subnet, with(SUBNET, "ipCidrRange", "10.1.0.0/23")))
        .containsExactly("UPDATE ipCidrRange");
    assertThat(world.rig.diff(subnet, with(SUBNET, "ipCidrRange", "10.1.0.0/25")))
        .containsExactly("UPDATE ipCidrRange (replace)");
    assertThat(world.rig.diff(subnet, with(SUBNET, "description", "x")))
        .containsExactly("ADD description (replace)");
  }
}
