package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.PLACE;
import static anyware.sandbox.azure.CloudFixture.dual;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.network;
import static anyware.sandbox.azure.CloudFixture.subnet;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.Subnets.SUBNET;
import static anyware.sandbox.azure.VirtualNetworks.VIRTUAL_NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.CloudFixture.Case;
import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Virtual networks and subnets refuse what Azure refuses. */
final class VirtualNetworksTest {

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

  @ParameterizedTest
  @MethodSource("anyware.sandbox.azure.VirtualNetworkCases#all")
  void refuses(Case wrong) {
    dualStack();
    cloud.refuses(wrong);
  }

  /** The network gets a prefix of IPv6, and a second subnet of both families. */
  private StoredResource dualStack() {
    cloud.rig.update(cloud.network, network("vnet", "10.0.0.0/16", "fd00::/48"));
    return cloud.rig.create(
        SUBNET, "dual", with(dual("10.0.9.0/24", "fd00:0:0:9::/64"), "subnetName", "dual"));
  }

  private static Map<String, Object> balancer(String subnet, Object... changes) {
    Map<String, Object> frontend = Map.of("name", "front", "subnet", Map.of("id", subnet));
    return with(
        LoadBalancerCases.frontends(with(frontend, changes)), "loadBalancingRules", List.of());
  }

  @Test
  void aSubnetGetsIpv6InPlaceEvenInUse() {
    dualStack();
    cloud.rig.create(LoadBalancers.LOAD_BALANCER, "lb", balancer(CloudFixture.SUBNET_ID));
    Map<String, Object> both = dual("10.0.0.0/24", "fd00::/64");

    assertThat(cloud.rig.diff(cloud.subnet, both))
        .containsExactlyInAnyOrder("DELETE addressPrefix", "ADD addressPrefixes");
    assertThat(cloud.rig.updateRefusals(cloud.subnet, both)).isEmpty();
    assertThat(cloud.rig.updateRefusals(cloud.subnet, dual("10.0.1.0/24", "fd00::/64")))
        .singleElement()
        .asString()
        .startsWith("addressPrefixes: Code=\"InUseSubnetCannotBeUpdated\"");
  }

  @Test
  void aSubnetGivesBackIpv6ThatNobodyUses() {
    StoredResource dual = dualStack();
    Map<String, Object> without = with(subnet("10.0.9.0/24"), "subnetName", "dual");
    cloud.rig.create(LoadBalancers.LOAD_BALANCER, "four", balancer(dual.id()));
    assertThat(cloud.rig.updateRefusals(dual, without)).isEmpty();

    cloud.rig.update(dual, with(dual("10.0.9.0/24", "fd00:0:0:9::/64"), "subnetName", "dual"));
    StoredResource six =
        cloud.rig.create(
            LoadBalancers.LOAD_BALANCER,
            "six",
            with(
                balancer(dual.id(), "privateIPAddressVersion", "IPv6"), "loadBalancerName", "six"));
    assertThat(cloud.rig.updateRefusals(dual, without))
        .singleElement()
        .asString()
        .startsWith("addressPrefix: Code=\"InUseSubnetCannotBeUpdated\"");
    cloud.rig.delete(six);
    assertThat(cloud.rig.updateRefusals(dual, without)).isEmpty();
  }

  @Test
  void aNetworkKeepsIpv6AsLongAsASubnetHasIt() {
    StoredResource dual = dualStack();
    Map<String, Object> without = network("vnet", "10.0.0.0/16");

    assertThat(cloud.rig.updateRefusals(cloud.network, without))
        .singleElement()
        .asString()
        .contains("Code=\"InUsePrefixCannotBeDeleted\" Message=\"IpPrefix fd00::/48 on Vnet vnet");
    cloud.rig.update(dual, with(subnet("10.0.9.0/24"), "subnetName", "dual"));
    assertThat(cloud.rig.updateRefusals(cloud.network, without)).isEmpty();
  }

  /** https://learn.microsoft.com/azure/nat-gateway/nat-overview#limitations */
  @Test
  void aNatGatewayStandsBehindASubnetOfBothFamilies() {
    StoredResource dual = dualStack();
    StoredResource nat =
        cloud.rig.create(
            NatGateways.NAT_GATEWAY,
            "nat",
            with(
                named("natGatewayName", "nat"),
                "publicIpAddresses",
                List.of(Map.of("id", CloudFixture.ADDRESS_ID))));

    assertThat(
            cloud.rig.updateRefusals(
                dual,
                with(
                    dual("10.0.9.0/24", "fd00:0:0:9::/64"),
                    "subnetName",
                    "dual",
                    "natGateway",
                    Map.of("id", nat.id()))))
        .isEmpty();
  }

  @Test
  void subnetsLookLikeAzure() {
    assertThat(cloud.subnet.id()).isEqualTo(CloudFixture.SUBNET_ID);
    assertThat(cloud.subnet.outputs().text("name")).hasValue("connectors");
    assertThat(cloud.subnet.outputs().text("privateEndpointNetworkPolicies")).hasValue("Disabled");
    assertThat(cloud.rig.diff(cloud.subnet, subnet("10.0.0.0/24"))).isEmpty();
    assertThat(cloud.rig.diff(cloud.subnet, subnet("10.0.4.0/24")))
        .containsExactly("UPDATE addressPrefix");
  }

  @Test
  void unusedSubnetsMayShrinkInPlace() {
    assertThat(cloud.rig.updateRefusals(cloud.subnet, subnet("10.0.0.0/25"))).isEmpty();
  }

  @Test
  void inlineSubnetsAreSubnetsToo() {
    StoredResource made =
        cloud.rig.create(
            VIRTUAL_NETWORK,
            "other",
            VirtualNetworkCases.holding(
                VirtualNetworkCases.inline("a", "10.1.0.0/24"),
                VirtualNetworkCases.inline("b", "10.1.1.0/24")));
    String id = made.outputs().objects("subnets").get(0).text("id").orElseThrow();
    assertThat(id).isEqualTo(PLACE + "virtualNetworks/other/subnets/a");
    assertThat(
            cloud.rig.upRefusals(
                SUBNET, "c", with(subnet("10.1.0.0/25"), "virtualNetworkName", "other")))
        .singleElement()
        .asString()
        .contains("NetcfgSubnetRangesOverlap");
  }

  @Test
  void networksKeepTheirRegionAndTheirRangesInUse() {
    assertThat(cloud.network.outputs().text("name")).hasValue("vnet");
    assertThat(
            cloud.rig.diff(
                cloud.network, with(network("vnet", "10.0.0.0/16"), "location", "westeurope")))
        .containsExactly("UPDATE location (replace)");
    assertThat(cloud.rig.updateRefusals(cloud.network, network("vnet", "10.7.0.0/16")))
        .singleElement()
        .asString()
        .contains(
            "Code=\"InUsePrefixCannotBeDeleted\" Message=\"IpPrefix 10.0.0.0/16 on Vnet vnet has"
                + " active allocations and cannot be deleted.\"");
    assertThat(
            cloud.rig.updateRefusals(cloud.network, network("vnet", "10.0.0.0/16", "10.7.0.0/16")))
        .isEmpty();
  }

  @Test
  void networkSecurityGroupMustBeInTheSameRegion() {
    StoredResource far =
        cloud.rig.create(
            NetworkSecurityGroups.NETWORK_SECURITY_GROUP,
            "far",
            with(named("networkSecurityGroupName", "far"), "location", "westeurope"));
    assertThat(
            cloud.rig.upRefusals(
                SUBNET,
                "x",
                with(VirtualNetworkCases.FREE, "networkSecurityGroup", Map.of("id", far.id()))))
        .singleElement()
        .asString()
        .startsWith("networkSecurityGroup.id: Code=\"InvalidResourceReference\"");
  }

  @Test
  void idsMustBeWhole() {
    assertThat(
            cloud.rig.upRefusals(
                SUBNET,
                "x",
                with(VirtualNetworkCases.FREE, "networkSecurityGroup", Map.of("id", "nsg"))))
        .first()
        .asString()
        .startsWith(
            "networkSecurityGroup.id: Code=\"LinkedInvalidPropertyId\" Message=\"Property id 'nsg'"
                + " at path 'properties.networkSecurityGroup.id' is invalid.");
  }

  @Test
  void networkTakesItsSubnetsAlong() {
    cloud.rig.delete(cloud.network);
    assertThat(cloud.rig.read(cloud.subnet)).isEmpty();
    assertThat(cloud.rig.deleteRefusals(cloud.nsg)).isEmpty();
  }

  @Test
  void aNetworkAndItsSubnetsChangeOneAtATime() {
    String network = locked(cloud.network);
    assertThat(network).endsWith("/virtualNetworks/vnet");
    assertThat(locked(cloud.subnet)).isEqualTo(network);
  }

  private static String locked(StoredResource stored) {
    return Objects.requireNonNull(Azure.cloud().types().get(stored.type()))
        .exclusion()
        .orElseThrow()
        .what()
        .apply(stored.inputs());
  }

  @Test
  void subnetsOfOneNameLiveInTwoNetworks() {
    cloud.rig.create(VIRTUAL_NETWORK, "other", VirtualNetworkCases.VNET);
    StoredResource twin =
        cloud.rig.create(
            SUBNET, "connectors", with(subnet("10.1.0.0/24"), "virtualNetworkName", "other"));
    assertThat(twin.id()).isNotEqualTo(cloud.subnet.id());
  }
}
