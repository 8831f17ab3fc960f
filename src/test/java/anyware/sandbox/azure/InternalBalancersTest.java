package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.PLACE;
import static anyware.sandbox.azure.CloudFixture.SUBNET_ID;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.LoadBalancers.LOAD_BALANCER;
import static anyware.sandbox.azure.Subnets.SUBNET;
import static anyware.sandbox.azure.VirtualNetworks.VIRTUAL_NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frontends inside a subnet, and pools that name machines by their addresses. */
final class InternalBalancersTest {
  private static final String AT = "frontendIPConfigurations[0]";
  private static final String NETWORK_ID = PLACE + "virtualNetworks/vnet";
  private static final String OTHER_ID = PLACE + "virtualNetworks/other";
  private static final Map<String, Object> INSIDE =
      Map.of("name", "front", "subnet", Map.of("id", SUBNET_ID));

  @TempDir Path folder;
  private CloudFixture cloud;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
    cloud.rig.create(VIRTUAL_NETWORK, "other", VirtualNetworkCases.VNET);
    cloud.rig.create(
        SUBNET, "far", with(CloudFixture.subnet("10.1.0.0/24"), "virtualNetworkName", "other"));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private static Map<String, Object> fixed(String address) {
    return with(INSIDE, "privateIPAllocationMethod", "Static", "privateIPAddress", address);
  }

  private static Map<String, Object> pooled(Map<?, ?>... addresses) {
    return with(
        LoadBalancerCases.LB,
        "backendAddressPools",
        List.of(Map.of("name", "pool", "loadBalancerBackendAddresses", List.of(addresses))));
  }

  private static Map<String, Object> machine(String name, String address) {
    return Map.of("name", name, "ipAddress", address, "virtualNetwork", Map.of("id", NETWORK_ID));
  }

  @Test
  void aFrontendIsOfAFamilyThatItsSubnetHas() {
    Map<String, Object> six = with(INSIDE, "privateIPAddressVersion", "IPv6");
    assertThat(refusals(LoadBalancerCases.frontends(six)))
        .singleElement()
        .asString()
        .startsWith(AT + ".privateIPAddressVersion: IP configuration");

    cloud.rig.update(cloud.network, CloudFixture.network("vnet", "10.0.0.0/16", "fd00::/48"));
    cloud.rig.update(cloud.subnet, CloudFixture.dual("10.0.0.0/24", "fd00::/64"));
    Map<String, Object> fixed = with(six, "privateIPAllocationMethod", "Static");
    assertThat(refusals(LoadBalancerCases.frontends(with(fixed, "privateIPAddress", "10.0.0.7"))))
        .singleElement()
        .asString()
        .startsWith(AT + ".privateIPAddress: Code=\"InvalidIPAddressFormat\"");
    assertThat(
            refusals(LoadBalancerCases.frontends(with(fixed, "privateIPAddress", "fd00:0:0:1::7"))))
        .singleElement()
        .asString()
        .startsWith(AT + ".privateIPAddress: Code=\"PrivateIPAddressNotInSubnet\"");
    assertThat(refusals(LoadBalancerCases.frontends(fixed("fd00::7"))))
        .singleElement()
        .asString()
        .startsWith(AT + ".privateIPAddress: Code=\"InvalidIPAddressFormat\"");
    StoredResource made =
        cloud.rig.create(
            LOAD_BALANCER,
            "lb",
            LoadBalancerCases.frontends(with(fixed, "privateIPAddress", "fd00::7")));
    assertThat(addresses(made)).containsExactly("fd00::7");
    StoredResource four = cloud.rig.update(made, LoadBalancerCases.frontends(INSIDE));
    assertThat(addresses(four)).singleElement().asString().startsWith("10.0.0.");
    StoredResource dynamic = cloud.rig.update(four, LoadBalancerCases.frontends(six));
    assertThat(addresses(dynamic)).singleElement().asString().startsWith("fd00:0:0:0:");
  }

  private List<String> refusals(Map<String, ?> inputs) {
    return cloud.rig.upRefusals(LOAD_BALANCER, "lb", inputs);
  }

  static Stream<Arguments> refused() {
    Map<String, Object> vm = machine("vm", "10.0.0.7");
    String pool = "backendAddressPools[0].loadBalancerBackendAddresses[0]";
    return Stream.of(
        Arguments.of(
            LoadBalancerCases.frontends(fixed("10.0.1.7")),
            AT
                + ".privateIPAddress: Code=\"PrivateIPAddressNotInSubnet\" Message=\"Private static"
                + " IP address 10.0.1.7 does not belong to the range of subnet prefix"
                + " 10.0.0.0/24.\""),
        Arguments.of(
            LoadBalancerCases.frontends(fixed("10.0.0.3")),
            AT
                + ".privateIPAddress: Code=\"PrivateIPAddressInReservedRange\" Message=\"Private"
                + " static IP address 10.0.0.3 falls within reserved IP range of subnet prefix"
                + " 10.0.0.0/24.\""),
        Arguments.of(
            LoadBalancerCases.frontends(fixed("10.0.0.255")),
            AT + ".privateIPAddress: Code=\"PrivateIPAddressInReservedRange\""),
        Arguments.of(
            LoadBalancerCases.frontends(fixed("ten")),
            AT + ".privateIPAddress: Code=\"InvalidIPAddressFormat\""),
        Arguments.of(
            LoadBalancerCases.frontends(with(INSIDE, "privateIPAllocationMethod", "Static")),
            AT + ".privateIPAddress: IP configuration"),
        Arguments.of(
            LoadBalancerCases.frontends(fixed("10.0.0.7"), with(fixed("10.0.0.7"), "name", "two")),
            "frontendIPConfigurations[1].privateIPAddress:"
                + " Code=\"MultipleIpConfigsRequestSamePrivateIpAddress\""),
        Arguments.of(
            LoadBalancerCases.frontends(INSIDE, with(LoadBalancerCases.FRONTEND, "name", "public")),
            "frontendIPConfigurations: Load balancer"),
        Arguments.of(
            LoadBalancerCases.frontends(
                INSIDE, Map.of("name", "two", "subnet", Map.of("id", OTHER_ID + "/subnets/far"))),
            "backendAddressPools: The frontends and backend addresses"),
        Arguments.of(
            LoadBalancerCases.frontends(
                with(INSIDE, "subnet", Map.of("id", NETWORK_ID + "/subnets/none"))),
            AT + ".subnet.id: Code=\"InvalidResourceReference\""),
        Arguments.of(
            LoadBalancerCases.frontends(
                with(LoadBalancerCases.FRONTEND, "zones", List.of("1", "2", "3"))),
            AT
                + ".zones:"
                + " Code=\"LoadBalancerFrontendIPConfigCannotHaveZoneWhenReferencingPublicIPAddress"),
        Arguments.of(
            LoadBalancerCases.frontends(with(INSIDE, "zones", List.of("4"))),
            AT + ".zones: Code=\"InvalidAvailabilityZone\""),
        Arguments.of(pooled(with(vm, "name", CloudFixture.NONE)), pool + ".name: Code=\"Inv"),
        Arguments.of(
            pooled(vm, machine("VM", "10.0.0.8")),
            "backendAddressPools[0].loadBalancerBackendAddresses[1].name: Two"),
        Arguments.of(
            pooled(vm, machine("two", "10.0.0.7")),
            "backendAddressPools[0].loadBalancerBackendAddresses[1].ipAddress: Backend address"
                + " '10.0.0.7'"),
        Arguments.of(pooled(with(vm, "ipAddress", "x")), pool + ".ipAddress: Backend address 'x'"),
        Arguments.of(
            pooled(with(vm, "ipAddress", "10.9.0.7")),
            pool + ".ipAddress: Backend address 10.9.0.7 is not in the address space"),
        Arguments.of(
            pooled(with(vm, "ipAddress", "203.0.113.7")),
            pool + ".ipAddress: Backend address 203.0.113.7 is not in the address space"),
        Arguments.of(
            pooled(with(vm, "virtualNetwork", CloudFixture.NONE)),
            pool + ": Virtual network or subnet is required"),
        Arguments.of(
            pooled(with(vm, "virtualNetwork", Map.of("id", NETWORK_ID + "x"))),
            pool + ".virtualNetwork.id: Code=\"InvalidResourceReference\""),
        Arguments.of(
            pooled(
                vm,
                Map.of(
                    "name",
                    "far",
                    "ipAddress",
                    "10.1.0.7",
                    "virtualNetwork",
                    Map.of("id", OTHER_ID))),
            "backendAddressPools: The frontends and backend addresses"),
        Arguments.of(
            with(
                pooled(
                    Map.of(
                        "name",
                        "far",
                        "ipAddress",
                        "10.1.0.7",
                        "virtualNetwork",
                        Map.of("id", OTHER_ID))),
                "frontendIPConfigurations",
                List.of(INSIDE)),
            "backendAddressPools: The frontends and backend addresses"),
        Arguments.of(
            with(
                LoadBalancerCases.basic(),
                "backendAddressPools",
                List.of(Map.of("name", "pool", "loadBalancerBackendAddresses", List.of(vm)))),
            pool + ": Only Standard sku"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(Map<String, ?> inputs, String expected) {
    assertThat(refusals(inputs)).singleElement().asString().startsWith(expected);
  }

  @Test
  void aFixedAddressIsTheFrontendsAlone() {
    Map<String, Object> inputs = LoadBalancerCases.frontends(fixed("10.0.0.7"));
    StoredResource made = cloud.rig.create(LOAD_BALANCER, "lb", inputs);
    assertThat(addresses(made)).containsExactly("10.0.0.7");
    assertThat(cloud.rig.diff(made, inputs)).isEmpty();
    assertThat(cloud.rig.updateRefusals(made, inputs)).isEmpty();
    assertThat(refusals(internal("two", fixed("10.0.0.7"))))
        .containsExactly(
            AT
                + ".privateIPAddress: Code=\"PrivateIPAddressIsAllocated\" Message=\"IP"
                + " configuration "
                + PLACE
                + "loadBalancers/two/frontendIPConfigurations/front is using the private IP address"
                + " 10.0.0.7 which is already allocated to resource "
                + LoadBalancerCases.ID
                + "/frontendIPConfigurations/front.\"");
  }

  @Test
  void addressesThatNobodyAsksForAreFreeAndStay() {
    cloud.rig.create(SUBNET, "small", CloudFixture.subnet("10.0.8.0/29"));
    Map<String, Object> small = with(INSIDE, "subnet", Map.of("id", NETWORK_ID + "/subnets/small"));
    List<String> given = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      StoredResource made = cloud.rig.create(LOAD_BALANCER, name, internal(name, small));
      given.addAll(addresses(made));
      StoredResource tagged =
          cloud.rig.update(made, with(internal(name, small), "tags", Map.of("a", "b")));
      assertThat(addresses(tagged)).isEqualTo(addresses(made));
    }
    assertThat(given).containsExactlyInAnyOrder("10.0.8.4", "10.0.8.5", "10.0.8.6");
  }

  private static Map<String, Object> internal(String name, Map<String, Object> frontend) {
    return with(
        named("loadBalancerName", name),
        "sku",
        Map.of("name", "Standard"),
        "frontendIPConfigurations",
        List.of(frontend));
  }

  private static List<String> addresses(StoredResource balancer) {
    return balancer.outputs().objects("frontendIPConfigurations").stream()
        .flatMap(frontend -> frontend.text("privateIPAddress").stream())
        .toList();
  }

  @Test
  void zonesOfInternalFrontendsStay() {
    Map<String, Object> zonal = with(INSIDE, "zones", List.of("1", "2", "3"));
    StoredResource made = cloud.rig.create(LOAD_BALANCER, "lb", LoadBalancerCases.frontends(zonal));
    assertThat(cloud.rig.updateRefusals(made, LoadBalancerCases.frontends(INSIDE)))
        .singleElement()
        .asString()
        .startsWith(AT + ".zones: Code=\"ResourceAvailabilityZonesCannotBeModified\"");
  }

  @Test
  void machinesOfTheNetworkAreTaken() {
    Map<String, Object> inputs = pooled(machine("vm", "10.0.0.7"), machine("two", "10.0.9.9"));
    assertThat(refusals(inputs)).isEmpty();
    assertThat(
            refusals(
                with(
                    named("loadBalancerName", "two"),
                    "sku",
                    Map.of("name", "Standard"),
                    "frontendIPConfigurations",
                    List.of(INSIDE),
                    "backendAddressPools",
                    List.of(
                        Map.of(
                            "name",
                            "pool",
                            "virtualNetwork",
                            Map.of("id", NETWORK_ID),
                            "loadBalancerBackendAddresses",
                            List.of(Map.of("name", "vm", "ipAddress", "10.0.0.7")))))))
        .isEmpty();
  }

  @Test
  void aNetworkIsSetForThePoolOrForTheAddress() {
    Map<String, Object> both =
        with(
            LoadBalancerCases.LB,
            "backendAddressPools",
            List.of(
                Map.of(
                    "name",
                    "pool",
                    "virtualNetwork",
                    Map.of("id", NETWORK_ID),
                    "loadBalancerBackendAddresses",
                    List.of(machine("vm", "10.0.0.7")))));
    assertThat(refusals(both))
        .singleElement()
        .asString()
        .startsWith(
            "backendAddressPools[0].loadBalancerBackendAddresses[0].virtualNetwork: The virtual");
  }
}
