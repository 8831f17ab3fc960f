package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.IN_PROJECT;
import static anyware.sandbox.gcp.CloudFixture.IN_REGION;
import static anyware.sandbox.gcp.CloudFixture.NETWORK;
import static anyware.sandbox.gcp.CloudFixture.SUBNETWORK;
import static anyware.sandbox.gcp.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.Unknown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What networks and subnetworks look like, how they change and when they stay. */
final class NetworksTest extends CloudTest {
  private static final String HOST = "https://www.googleapis.com/compute/v1/";

  @Test
  void networksLookLikeGoogles() {
    StoredResource made = cloud.make(NETWORK, "main");
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
    StoredResource made = cloud.make(SUBNETWORK, "s", "name", "s", "network", "net");
    assertThat(made.id()).isEqualTo(IN_REGION + "subnetworks/s");
    assertThat(made.outputs().values())
        .containsEntry("network", HOST + IN_PROJECT + "global/networks/net")
        .containsEntry("region", "us-east4")
        .containsEntry("gatewayAddress", "10.1.0.1")
        .containsEntry("purpose", "PRIVATE");
    assertThat(cloud.rig.read(made)).hasValue(made);
  }

  @Test
  void previewLeavesOpenWhatGoogleDecides() {
    var shown = cloud.rig.preview(SUBNETWORK, "s", with(SUBNETWORK, "network", Unknown.VALUE));
    assertThat(shown.values())
        .containsEntry("network", Unknown.VALUE)
        .containsEntry("selfLink", Unknown.VALUE)
        .containsEntry("ipCidrRange", "10.1.0.0/24");
  }

  @Test
  void automaticNamesKeepTheLogicalName() {
    assertThat(cloud.rig.checkRefusals(NETWORK, "My_Net", with(NETWORK)))
        .singleElement()
        .asString()
        .contains("doesn't match regexp");
    assertThat(cloud.rig.checkRefusals(NETWORK, "n".repeat(55), with(NETWORK))).isEmpty();
    assertThat(cloud.rig.checkRefusals(NETWORK, "n".repeat(56), with(NETWORK)))
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
      StoredResource made = cloud.make(SUBNETWORK, "s", "network", spelling);
      assertThat(made.outputs().text("network"))
          .hasValue(HOST + IN_PROJECT + "global/networks/net");
      cloud.rig.delete(made);
    }
  }

  @Test
  void aProjectOfItsOwnWins() {
    StoredResource made = cloud.make(NETWORK, "other", "name", "net", "project", "acme-lab");
    assertThat(made.id()).isEqualTo("projects/acme-lab/global/networks/net");
    StoredResource subnet =
        cloud.make(SUBNETWORK, "s", "project", "acme-lab", "ipCidrRange", "10.0.0.0/24");
    assertThat(subnet.outputs().text("network", "")).endsWith(made.id());
    assertThat(cloud.rig.deleteRefusals(made)).hasSize(1);
  }

  @Test
  void projectAndRegionComeFromSomewhere() {
    var bare = cloud.rig.with(Map.of());
    assertThat(bare.checkRefusals(NETWORK, "n", with(NETWORK)))
        .containsExactly(
            "project: Failed to retrieve project, pid: , err: project: required field is not set");
    var global = cloud.rig.with(Map.of("project", "acme-prod"));
    assertThat(global.upRefusals(SUBNETWORK, "s", with(SUBNETWORK)))
        .containsExactly(
            "Cannot determine region: set in this resource, or set provider-level 'region' or"
                + " 'zone'.");
    var zonal = cloud.rig.with(Map.of("project", "acme-prod", "zone", "us-east4-b"));
    assertThat(zonal.create(SUBNETWORK, "s", with(SUBNETWORK)).id()).startsWith(IN_REGION);
  }

  @Test
  void namesAreTakenOnce() {
    assertThat(cloud.rig.upRefusals(NETWORK, "n2", with(NETWORK, "name", "net")))
        .containsExactly(
            "googleapi: Error 409: The resource 'projects/acme-prod/global/networks/net' already"
                + " exists, alreadyExists");
  }

  @Test
  void networksStayWhileSomethingIsInThem() {
    StoredResource network = cloud.make(NETWORK, "busy", "name", "busy");
    StoredResource subnet = cloud.make(SUBNETWORK, "s", "name", "s", "network", "busy");
    assertThat(cloud.rig.deleteRefusals(network))
        .containsExactly(
            "googleapi: Error 400: The network resource '%s' is already being used by '%s', %s"
                .formatted(network.id(), subnet.id(), "resourceInUseByAnotherResource"));
    cloud.rig.delete(subnet);
    assertThat(cloud.rig.deleteRefusals(network)).isEmpty();
  }

  @Test
  void rangesGrowInPlace() {
    StoredResource subnet = cloud.make(SUBNETWORK, "s");
    assertThat(cloud.rig.diff(subnet, with(SUBNETWORK))).isEmpty();
    assertThat(cloud.rig.diff(subnet, with(SUBNETWORK, "ipCidrRange", "10.1.0.0/23")))
        .containsExactly("UPDATE ipCidrRange");
    assertThat(cloud.rig.diff(subnet, with(SUBNETWORK, "ipCidrRange", "10.1.0.0/25")))
        .containsExactly("UPDATE ipCidrRange (replace)");
    assertThat(cloud.rig.diff(subnet, with(SUBNETWORK, "description", "x")))
        .containsExactly("ADD description (replace)");
  }
}
