package anyware.sandbox.azure;

import static anyware.sandbox.azure.AzureNetworks.NETWORK;
import static anyware.sandbox.azure.AzureSubnets.SUBNET;
import static anyware.sandbox.azure.AzureWorld.PLACE;
import static anyware.sandbox.azure.AzureWorld.named;
import static anyware.sandbox.azure.AzureWorld.network;
import static anyware.sandbox.azure.AzureWorld.subnet;
import static anyware.sandbox.azure.AzureWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.AzureWorld.Case;
import anyware.sandbox.spec.Stored;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Virtual networks and subnets refuse what Azure refuses. */
final class AzureNetworksTest {

  @TempDir Path folder;
  private AzureWorld world;

  @BeforeEach
  void open() {
    world = new AzureWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @MethodSource("anyware.sandbox.azure.AzureNetworkCases#all")
  void refuses(Case wrong) {
    world.refuses(wrong);
  }

  @Test
  void subnetsLookLikeAzure() {
    assertThat(world.subnet.id()).isEqualTo(AzureWorld.SUBNET_ID);
    assertThat(world.subnet.outputs().text("name")).hasValue("connectors");
    assertThat(world.subnet.outputs().text("privateEndpointNetworkPolicies")).hasValue("Disabled");
    assertThat(world.rig.diff(world.subnet, subnet("10.0.0.0/24"))).isEmpty();
    assertThat(world.rig.diff(world.subnet, subnet("10.0.4.0/24")))
        .containsExactly("UPDATE addressPrefix");
  }

  @Test
  void unusedSubnetsMayShrinkInPlace() {
    assertThat(world.rig.updateRefusals(world.subnet, subnet("10.0.0.0/25"))).isEmpty();
  }

  @Test
  void inlineSubnetsAreSubnetsToo() {
    Stored made =
        world.rig.create(
            NETWORK,
            "other",
            AzureNetworkCases.holding(
                AzureNetworkCases.inline("a", "10.1.0.0/24"),
                AzureNetworkCases.inline("b", "10.1.1.0/24")));
    String id = made.outputs().objects("subnets").get(0).text("id").orElseThrow();
    assertThat(id).isEqualTo(PLACE + "virtualNetworks/other/subnets/a");
    assertThat(
            world.rig.upRefusals(
                SUBNET, "c", with(subnet("10.1.0.0/25"), "virtualNetworkName", "other")))
        .singleElement()
        .asString()
        .contains("NetcfgSubnetRangesOverlap");
  }

  @Test
  void networksKeepTheirRegionAndTheirRangesInUse() {
    assertThat(world.network.outputs().text("name")).hasValue("vnet");
    assertThat(
            world.rig.diff(
                world.network, with(network("vnet", "10.0.0.0/16"), "location", "westeurope")))
        .containsExactly("UPDATE location (replace)");
    assertThat(world.rig.updateRefusals(world.network, network("vnet", "10.7.0.0/16")))
        .singleElement()
        .asString()
        .contains(
            "Code=\"InUsePrefixCannotBeDeleted\" Message=\"IpPrefix 10.0.0.0/16 on Vnet vnet has"
                + " active allocations and cannot be deleted.\"");
    assertThat(
            world.rig.updateRefusals(world.network, network("vnet", "10.0.0.0/16", "10.7.0.0/16")))
        .isEmpty();
  }

  @Test
  void filterMustBeInTheSameRegion() {
    Stored far =
        world.rig.create(
            AzureFilters.FILTER,
            "far",
            with(named("networkSecurityGroupName", "far"), "location", "westeurope"));
    assertThat(
            world.rig.upRefusals(
                SUBNET,
                "x",
                with(AzureNetworkCases.FREE, "networkSecurityGroup", Map.of("id", far.id()))))
        .singleElement()
        .asString()
        .startsWith("networkSecurityGroup.id: Code=\"InvalidResourceReference\"");
  }

  @Test
  void idsMustBeWhole() {
    assertThat(
            world.rig.upRefusals(
                SUBNET,
                "x",
                with(AzureNetworkCases.FREE, "networkSecurityGroup", Map.of("id", "nsg"))))
        .first()
        .asString()
        .startsWith(
            "networkSecurityGroup.id: Code=\"LinkedInvalidPropertyId\" Message=\"Property id 'nsg' at"
                + " path 'properties.networkSecurityGroup.id' is invalid.");
  }

  @Test
  void networkTakesItsSubnetsAlong() {
    world.rig.delete(world.network);
    assertThat(world.rig.read(world.subnet)).isEmpty();
    assertThat(world.rig.deleteRefusals(world.filter)).isEmpty();
  }

  @Test
  void subnetsOfOneNameLiveInTwoNetworks() {
    world.rig.create(NETWORK, "other", AzureNetworkCases.VNET);
    Stored twin =
        world.rig.create(
            SUBNET, "connectors", with(subnet("10.1.0.0/24"), "virtualNetworkName", "other"));
    assertThat(twin.id()).isNotEqualTo(world.subnet.id());
  }
}
