package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.GcpWorld.IN_PROJECT;
import static anyware.sandbox.gcp.GcpWorld.IN_REGION;
import static anyware.sandbox.gcp.GcpWorld.NETWORK;
import static anyware.sandbox.gcp.GcpWorld.SUBNET;
import static anyware.sandbox.gcp.GcpWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.Stored;
import anyware.sandbox.spec.Unknown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What networks and subnetworks look like, how they change and when they stay. */
final class GcpNetworkTest extends GcpTest {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";

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
