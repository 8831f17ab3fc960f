package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.ADDRESS_ID;
import static anyware.sandbox.azure.CloudFixture.PLACE;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.subnet;
import static anyware.sandbox.azure.CloudFixture.table;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.NatGateways.NAT_GATEWAY;
import static anyware.sandbox.azure.PublicIpAddresses.PUBLIC_IP_ADDRESS;
import static anyware.sandbox.azure.Subnets.SUBNET;
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

/** NAT gateways refuse what Azure refuses, and so does what meets one. */
final class NatGatewaysTest {
  private static final String ID = PLACE + "natGateways/nat";
  private static final Map<String, Object> NAT =
      with(
          named("natGatewayName", "nat"),
          "sku",
          Map.of("name", "Standard"),
          "publicIpAddresses",
          addresses(ADDRESS_ID));

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

  private static List<Map<String, String>> addresses(String... ids) {
    return Stream.of(ids).map(id -> Map.of("id", id)).toList();
  }

  private static Map<String, Object> behind(String range, String gateway) {
    return with(subnet(range), "natGateway", Map.of("id", gateway));
  }

  static Stream<Case> refusals() {
    return table(NAT_GATEWAY)
        .check("unknown property", with(NAT, "subnets", List.of()), "subnets: unknown property")
        .up(
            "idle too long",
            with(NAT, "idleTimeoutInMinutes", 121),
            "idleTimeoutInMinutes: IdleTimeoutInMinutes 121")
        .up(
            "idle too short",
            with(NAT, "idleTimeoutInMinutes", 3),
            "idleTimeoutInMinutes: IdleTimeoutInMinutes 3")
        .up("unknown sku", with(NAT, "sku", Map.of("name", "Basic")), "sku.name: Code=\"InvalidR")
        .up(
            "several zones",
            with(NAT, "zones", List.of("1", "2")),
            "zones: Code=\"ResourceCannotHaveMultipleZonesSpecified\" Message=\"Resource "
                + ID
                + " has 2 zones specified. Only one zone can be specified for this resource.\"")
        .up(
            "zone in a region without",
            with(NAT, "zones", List.of("1"), "location", "westus", "publicIpAddresses", List.of()),
            "zones: Code=\"LocationNotSupportAvailabilityZones\" Message=\"The resource"
                + " 'Microsoft.Network/natGateways/nat' does not support")
        .up(
            "missing address",
            with(NAT, "publicIpAddresses", addresses(ADDRESS_ID + "x")),
            "publicIpAddresses[0].id: Code=\"InvalidResourceReference\"")
        .up(
            "address twice",
            with(NAT, "publicIpAddresses", addresses(ADDRESS_ID, ADDRESS_ID)),
            "publicIpAddresses[1].id: Public IP address")
        .up(
            "Basic address",
            with(NAT, "publicIpAddresses", addresses(PLACE + "publicIPAddresses/basic")),
            "publicIpAddresses[0].id: NAT gateway " + ID + " cannot reference the Basic sku")
        .up(
            "address of another zone",
            with(
                NAT,
                "zones",
                List.of("1"),
                "publicIpAddresses",
                addresses(PLACE + "publicIPAddresses/zonal")),
            "publicIpAddresses[0].id: Public IP address")
        .up(
            "address of another region",
            with(NAT, "location", "westeurope"),
            "publicIpAddresses[0].id: Code=\"InvalidResourceReference\"")
        .up(
            "missing prefix",
            with(NAT, "publicIpPrefixes", addresses(PLACE + "publicIPPrefixes/none")),
            "publicIpPrefixes[0].id: Code=\"InvalidResourceReference\"")
        .cases()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(Case wrong) {
    try (CloudFixture before = new CloudFixture(folder.resolve("before"), Azure.withBasic())) {
      before.rig.create(PUBLIC_IP_ADDRESS, "basic", named("publicIpAddressName", "basic"));
      before.rig.create(
          PUBLIC_IP_ADDRESS, "zonal", with(CloudFixture.address("zonal"), "zones", List.of("2")));
      before.refuses(wrong);
    }
  }

  @Test
  void gatewaysLookLikeAzure() {
    StoredResource made = cloud.rig.create(NAT_GATEWAY, "nat", NAT);
    assertThat(made.id()).isEqualTo(ID);
    assertThat(made.outputs().whole("idleTimeoutInMinutes")).hasValue(4L);
    assertThat(made.outputs().text("type")).hasValue("Microsoft.Network/natGateways");
    assertThat(cloud.rig.diff(made, NAT)).isEmpty();
    assertThat(cloud.rig.diff(made, with(NAT, "location", "westeurope")))
        .containsExactly("UPDATE location");
  }

  @Test
  void sixteenAddressesAreTheMost() {
    List<String> ids =
        Stream.iterate(1, n -> n + 1)
            .limit(17)
            .map(n -> cloud.rig.create(PUBLIC_IP_ADDRESS, "a" + n, CloudFixture.address("a" + n)))
            .map(StoredResource::id)
            .toList();
    assertThat(refusals(ids)).singleElement().asString().contains("more than 16 public IP");
    assertThat(refusals(ids.subList(0, 16))).isEmpty();
  }

  private List<String> refusals(List<String> addresses) {
    return cloud.rig.upRefusals(
        NAT_GATEWAY,
        "nat",
        with(NAT, "publicIpAddresses", addresses(addresses.toArray(String[]::new))));
  }

  @Test
  void anAddressIsForOneUser() {
    cloud.rig.create(NAT_GATEWAY, "nat", NAT);
    assertThat(cloud.rig.upRefusals(NAT_GATEWAY, "two", with(NAT, "natGatewayName", "two")))
        .singleElement()
        .asString()
        .startsWith("publicIpAddresses[0].id: Code=\"PublicIPAddressInUse\"");
    assertThat(cloud.rig.upRefusals(LoadBalancers.LOAD_BALANCER, "lb", LoadBalancerCases.LB))
        .singleElement()
        .asString()
        .startsWith(
            "frontendIPConfigurations[0].publicIPAddress.id: Code=\"PublicIPAddressInUse\"");
    assertThat(cloud.rig.deleteRefusals(cloud.address))
        .singleElement()
        .asString()
        .contains("PublicIPAddressCannotBeDeleted");
  }

  @Test
  void subnetsKeepTheirGateway() {
    StoredResource gateway = cloud.rig.create(NAT_GATEWAY, "nat", NAT);
    StoredResource one = cloud.rig.create(SUBNET, "one", behind("10.0.1.0/24", gateway.id()));
    cloud.rig.create(SUBNET, "two", behind("10.0.2.0/24", gateway.id()));
    assertThat(cloud.rig.deleteRefusals(gateway))
        .containsExactly(
            "Code=\"CannotDeleteNatGatewayAssociatedToSubnet\" Message=\"NAT Gateway "
                + ID
                + " is still configured on 2 subnets. Remove NAT Gateway from all referenced"
                + " subnets and then delete NAT Gateway.\"");
    cloud.rig.update(one, subnet("10.0.1.0/24"));
    assertThat(cloud.rig.deleteRefusals(gateway)).singleElement().asString().contains("1 subnets");
  }

  @Test
  void theGatewayMustBeThereAndInTheRegion() {
    assertThat(cloud.rig.upRefusals(SUBNET, "one", behind("10.0.1.0/24", ID)))
        .singleElement()
        .asString()
        .startsWith("natGateway.id: Code=\"InvalidResourceReference\"");
    StoredResource far =
        cloud.rig.create(
            NAT_GATEWAY, "far", with(named("natGatewayName", "far"), "location", "westeurope"));
    assertThat(cloud.rig.upRefusals(SUBNET, "one", behind("10.0.1.0/24", far.id())))
        .singleElement()
        .asString()
        .startsWith("natGateway.id: Code=\"InvalidResourceReference\"");
  }

  @Test
  void aGatewayServesOneNetwork() {
    StoredResource gateway = cloud.rig.create(NAT_GATEWAY, "nat", NAT);
    cloud.rig.create(VirtualNetworks.VIRTUAL_NETWORK, "other", VirtualNetworkCases.VNET);
    cloud.rig.create(SUBNET, "one", behind("10.0.1.0/24", gateway.id()));
    String code =
        "natGateway.id: Code=\"NatGatewayCannotBeUsedBySubnetsBelongingToDifferentVirtualNetworks\""
            + " Message=\"NAT Gateway cannot be configured on multiple virtual networks. NAT"
            + " Gateway "
            + ID
            + " is currently used on virtual network "
            + PLACE
            + "virtualNetworks/vnet and cannot be added to virtual network ";
    assertThat(
            cloud.rig.upRefusals(
                SUBNET,
                "far",
                with(behind("10.1.0.0/24", gateway.id()), "virtualNetworkName", "other")))
        .containsExactly(code + PLACE + "virtualNetworks/other.\"");
    assertThat(
            cloud.rig.upRefusals(
                VirtualNetworks.VIRTUAL_NETWORK,
                "third",
                with(
                    VirtualNetworkCases.holding(
                        with(
                            VirtualNetworkCases.inline("a", "10.1.0.0/24"),
                            "natGateway",
                            Map.of("id", gateway.id()))),
                    "virtualNetworkName",
                    "third")))
        .containsExactly("subnets[0]." + code + PLACE + "virtualNetworks/third.\"");
  }

  @Test
  void basicBalancersOfBeforeAreNotBehindGateways() {
    try (CloudFixture before = new CloudFixture(folder.resolve("before"), Azure.withBasic())) {
      basicBalancersAreNotBehindGateways(before);
    }
  }

  private static void basicBalancersAreNotBehindGateways(CloudFixture cloud) {
    StoredResource gateway = cloud.rig.create(NAT_GATEWAY, "nat", NAT);
    Map<String, Object> basic =
        with(
            LoadBalancerCases.basic(),
            "frontendIPConfigurations",
            List.of(Map.of("name", "in", "subnet", Map.of("id", CloudFixture.SUBNET_ID))));
    StoredResource balancer = cloud.rig.create(LoadBalancers.LOAD_BALANCER, "lb", basic);
    Map<String, Object> natted = behind("10.0.0.0/24", gateway.id());
    assertThat(cloud.rig.updateRefusals(cloud.subnet, natted))
        .singleElement()
        .asString()
        .startsWith("natGateway.id: Code=\"SubnetWithNatGatewayAndBasicSkuResourceNotAllowed\"");
    cloud.rig.delete(balancer);
    cloud.rig.update(cloud.subnet, natted);
    assertThat(cloud.rig.upRefusals(LoadBalancers.LOAD_BALANCER, "lb", basic))
        .singleElement()
        .asString()
        .startsWith(
            "frontendIPConfigurations[0].subnet.id:"
                + " Code=\"SubnetWithNatGatewayAndBasicSkuResourceNotAllowed\"");
  }

  @Test
  void theZoneStays() {
    StoredResource made = cloud.rig.create(NAT_GATEWAY, "nat", with(NAT, "zones", List.of("1")));
    assertThat(cloud.rig.updateRefusals(made, with(NAT, "zones", List.of("2"))))
        .singleElement()
        .asString()
        .startsWith("zones: Code=\"ResourceAvailabilityZonesCannotBeModified\"");
  }
}
