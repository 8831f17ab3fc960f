package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.ASG_ID;
import static anyware.sandbox.azure.CloudFixture.PLACE;
import static anyware.sandbox.azure.CloudFixture.SUBNET_ID;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.NetworkInterfaces.NETWORK_INTERFACE;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.CloudFixture.Case;
import anyware.sandbox.spec.StoredResource;
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

/** Network interfaces refuse what Azure refuses, and hold what they stand in. */
final class NetworkInterfacesTest {
  private static final String ID = PLACE + "networkInterfaces/nic";

  @TempDir Path folder;
  private CloudFixture cloud;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private static Map<String, Object> nic(String name, Object... changes) {
    Map<String, Object> main =
        Map.of(
            "name",
            "main",
            "subnet",
            Map.of("id", SUBNET_ID),
            "applicationSecurityGroups",
            List.of(Map.of("id", ASG_ID)));
    return with(
        named("networkInterfaceName", name), "ipConfigurations", List.of(with(main, changes)));
  }

  static Stream<Case> refusals() {
    return table(NETWORK_INTERFACE)
        .check("unknown property", with(nic("nic"), "subnet", Map.of()), "subnet: unknown property")
        .up(
            "no configuration",
            named("networkInterfaceName", "nic"),
            "ipConfigurations: Network interface " + ID + " must have an IP configuration")
        .up(
            "no subnet",
            nic("nic", "subnet", CloudFixture.NONE),
            "ipConfigurations[0]: IP configuration " + ID + "/ipConfigurations/main must reference")
        .up(
            "missing subnet",
            nic("nic", "subnet", Map.of("id", SUBNET_ID + "x")),
            "ipConfigurations[0].subnet.id: Code=\"InvalidResourceReference\"")
        .up(
            "missing group",
            nic("nic", "applicationSecurityGroups", List.of(Map.of("id", ASG_ID + "x"))),
            "ipConfigurations[0].applicationSecurityGroups[0].id:"
                + " Code=\"InvalidResourceReference\"")
        .up(
            "subnet of another region",
            with(nic("nic"), "location", "westeurope"),
            "ipConfigurations[0].subnet.id: Code=\"InvalidResourceReference\"")
        .cases()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void theirSubnetsAndGroupsStayAsLongAsTheyAreThere() {
    StoredResource nic = cloud.rig.create(NETWORK_INTERFACE, "nic", nic("nic"));

    assertThat(nic.id()).isEqualTo(ID);
    assertThat(cloud.rig.diff(nic, nic("nic"))).isEmpty();
    assertThat(cloud.rig.deleteRefusals(cloud.subnet))
        .singleElement()
        .asString()
        .startsWith("Code=\"InUseSubnetCannotBeDeleted\" Message=\"Subnet connectors is in use by ")
        .containsIgnoringCase(ID);
    assertThat(cloud.rig.deleteRefusals(cloud.asg)).isNotEmpty();
    cloud.rig.delete(nic);
    assertThat(cloud.rig.deleteRefusals(cloud.subnet)).isEmpty();
  }

  /** An interface with a second configuration. */
  private static Map<String, Object> two(Object... changes) {
    Map<String, Object> main = Map.of("name", "main", "subnet", Map.of("id", SUBNET_ID));
    return with(
        named("networkInterfaceName", "nic"),
        "ipConfigurations",
        List.of(
            with(main, "applicationSecurityGroups", List.of(Map.of("id", ASG_ID))),
            with(with(main, "name", "second"), changes)));
  }

  @Test
  void anInterfaceHasIpv6BesideIpv4WhereItsSubnetHas() {
    assertThat(
            cloud.rig.upRefusals(NETWORK_INTERFACE, "nic", two("privateIPAddressVersion", "IPv6")))
        .singleElement()
        .asString()
        .startsWith("ipConfigurations[1].privateIPAddressVersion: IP configuration " + ID);

    cloud.rig.update(cloud.network, CloudFixture.network("vnet", "10.0.0.0/16", "fd00::/48"));
    Map<String, Object> both = CloudFixture.dual("10.0.0.0/24", "fd00::/64");
    StoredResource subnet = cloud.rig.update(cloud.subnet, both);
    assertThat(
            cloud.rig.upRefusals(
                NETWORK_INTERFACE, "nic", nic("nic", "privateIPAddressVersion", "IPv6")))
        .containsExactly(
            "ipConfigurations: Network interface " + ID + " must have an IP configuration of IPv4");

    StoredResource nic =
        cloud.rig.create(NETWORK_INTERFACE, "nic", two("privateIPAddressVersion", "IPv6"));
    assertThat(cloud.rig.updateRefusals(subnet, CloudFixture.subnet("10.0.0.0/24")))
        .singleElement()
        .asString()
        .contains("InUseSubnetCannotBeUpdated");
    cloud.rig.update(nic, nic("nic"));
    assertThat(cloud.rig.updateRefusals(subnet, CloudFixture.subnet("10.0.0.0/24"))).isEmpty();
  }

  @Test
  void allOfItsIpv4IsInTheSameGroups() {
    assertThat(cloud.rig.upRefusals(NETWORK_INTERFACE, "nic", two()))
        .singleElement()
        .asString()
        .startsWith(
            "ipConfigurations:"
                + " Code=\"AllIpConfigurationsOnANicMustBelongToTheSameApplicationSecurityGroups\"");
  }

  @Test
  void theMembersOfAGroupAreInOneNetwork() {
    cloud.rig.create(NETWORK_INTERFACE, "nic", nic("nic"));
    cloud.rig.create(
        VirtualNetworks.VIRTUAL_NETWORK, "far", CloudFixture.network("far", "10.1.0.0/16"));
    StoredResource subnet =
        cloud.rig.create(
            Subnets.SUBNET,
            "far",
            with(CloudFixture.subnet("10.1.0.0/24"), "virtualNetworkName", "far"));

    assertThat(
            cloud.rig.upRefusals(
                NETWORK_INTERFACE, "two", nic("two", "subnet", Map.of("id", subnet.id()))))
        .singleElement()
        .asString()
        .startsWith("ipConfigurations[0].applicationSecurityGroups[0].id: Application security");
  }
}
