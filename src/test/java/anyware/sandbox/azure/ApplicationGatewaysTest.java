package anyware.sandbox.azure;

import static anyware.sandbox.azure.ApplicationGateways.APPLICATION_GATEWAY;
import static anyware.sandbox.azure.CloudFixture.PLACE;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.NetworkSecurityGroups.NETWORK_SECURITY_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.CloudFixture.Case;
import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Application gateways refuse what Azure refuses, above all a subnet whose group closes it. */
final class ApplicationGatewaysTest {
  private static final Map<String, Object> MANAGED =
      rule("managed", 100, "Inbound", "Allow", "Tcp", "GatewayManager", "65200-65535");
  private static final Map<String, Object> PROBED =
      rule("probed", 110, "Inbound", "Allow", "*", "AzureLoadBalancer", "*");
  private static final Map<String, Object> CLOSED =
      rule("closed", 4096, "Inbound", "Deny", "*", "*", "*");

  @TempDir Path folder;
  private CloudFixture cloud;
  private StoredResource filter;
  private StoredResource subnet;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
    filter = cloud.rig.create(NETWORK_SECURITY_GROUP, "filter", filter(MANAGED, PROBED, CLOSED));
    subnet =
        cloud.rig.create(
            Subnets.SUBNET,
            "gateway",
            with(CloudFixture.subnet("10.0.2.0/24"), "networkSecurityGroup", part(filter.id())));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private static Map<String, Object> rule(
      String name,
      int priority,
      String direction,
      String access,
      String protocol,
      String source,
      String port) {
    return Map.of(
        "name", name,
        "priority", priority,
        "direction", direction,
        "access", access,
        "protocol", protocol,
        "sourceAddressPrefix", source,
        "sourcePortRange", "*",
        "destinationAddressPrefix", "*",
        "destinationPortRange", port);
  }

  private static Map<String, Object> filter(Map<?, ?>... rules) {
    return with(named("networkSecurityGroupName", "filter"), "securityRules", List.of(rules));
  }

  private static Map<String, String> part(String id) {
    return Map.of("id", id);
  }

  @ParameterizedTest
  @MethodSource("anyware.sandbox.azure.GatewayCases#all")
  void refuses(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void gatewaysLookLikeAzure() {
    StoredResource made = made();

    assertThat(made.id()).isEqualTo(GatewayCases.ID);
    assertThat(made.outputs().objects("httpListeners").get(0).text("id"))
        .hasValue(GatewayCases.ID + "/httpListeners/https");
    assertThat(made.outputs().objects("probes").get(0).whole("interval")).hasValue(30L);
    assertThat(made.outputs().object("identity.userAssignedIdentities").values()).hasSize(1);
    assertThat(cloud.rig.diff(made, GatewayCases.GATEWAY)).isEmpty();
    assertThat(cloud.rig.diff(made, with(GatewayCases.GATEWAY, "enableHttp2", true)))
        .containsExactly("ADD enableHttp2");
  }

  private StoredResource made() {
    return cloud.rig.create(APPLICATION_GATEWAY, "gw", GatewayCases.GATEWAY);
  }

  @Test
  void aPrivateFrontendStandsBesideThePublicOne() {
    List<Object> frontends =
        List.of(
            Map.of("name", "public", "publicIPAddress", Map.of("id", CloudFixture.ADDRESS_ID)),
            GatewayCases.PRIVATE);
    StoredResource made =
        cloud.rig.create(
            APPLICATION_GATEWAY,
            "gw",
            with(GatewayCases.GATEWAY, "frontendIPConfigurations", frontends));
    assertThat(made.outputs().objects("frontendIPConfigurations").get(1).text("privateIPAddress"))
        .hasValue("10.0.2.200");
  }

  @Test
  void aGroupMustLeaveTheManagementOpenWhicheverIsChanged() {
    String blocked =
        "Code=\"ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup\" Message=\""
            + "Network security group "
            + filter.id()
            + " blocks incoming internet traffic on ports 65200 - 65535 to subnet ";
    for (Map<String, Object> closed :
        List.of(
            filter(PROBED, CLOSED),
            filter(with(MANAGED, "destinationAddressPrefix", "VirtualNetwork"), PROBED, CLOSED),
            filter(with(MANAGED, "destinationPortRange", "65200-65534"), PROBED, CLOSED),
            filter(with(MANAGED, "protocol", "Udp"), PROBED, CLOSED),
            filter(MANAGED, CLOSED),
            filter(MANAGED, with(PROBED, "destinationAddressPrefix", "VirtualNetwork"), CLOSED),
            filter(MANAGED, PROBED, with(CLOSED, "priority", 105)))) {
      StoredResource narrowed = cloud.rig.update(filter, closed);
      assertThat(cloud.rig.upRefusals(APPLICATION_GATEWAY, "gw", GatewayCases.GATEWAY))
          .singleElement()
          .asString()
          .contains(blocked);
      filter = cloud.rig.update(narrowed, filter(MANAGED, PROBED, CLOSED));
    }
    made();
    assertThat(cloud.rig.updateRefusals(filter, filter(PROBED, CLOSED)))
        .singleElement()
        .asString()
        .startsWith("securityRules: " + blocked);
    assertThat(
            cloud.rig.updateRefusals(
                subnet,
                with(
                    CloudFixture.subnet("10.0.2.0/24"),
                    "subnetName",
                    "gateway",
                    "networkSecurityGroup",
                    part(CloudFixture.FILTER_ID))))
        .singleElement()
        .asString()
        .contains("ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup");
  }

  @Test
  void theInternetStaysOpen() {
    cloud.rig.update(
        filter,
        filter(MANAGED, PROBED, CLOSED, rule("out", 4096, "Outbound", "Deny", "*", "*", "*")));
    assertThat(cloud.rig.upRefusals(APPLICATION_GATEWAY, "gw", GatewayCases.GATEWAY))
        .singleElement()
        .asString()
        .contains("ApplicationGatewaySubnetOutboundTrafficBlockedByNetworkSecurityGroup");
  }

  @Test
  void aSubnetIsTheGatewaysAlone() {
    cloud.rig.create(
        NetworkInterfaces.NETWORK_INTERFACE,
        "nic",
        with(
            named("networkInterfaceName", "nic"),
            "ipConfigurations",
            List.of(Map.of("name", "one", "subnet", part(GatewayCases.SUBNET)))));
    assertThat(cloud.rig.upRefusals(APPLICATION_GATEWAY, "gw", GatewayCases.GATEWAY))
        .singleElement()
        .asString()
        .contains("cannot be used for application gateway");
  }

  @Test
  void whatAGatewayUsesStays() {
    StoredResource gateway = made();
    assertThat(cloud.rig.deleteRefusals(cloud.address)).singleElement().asString().contains("gw");
    assertThat(cloud.rig.deleteRefusals(subnet)).singleElement().asString().contains("gw");
    cloud.rig.create(
        NetworkInterfaces.NETWORK_INTERFACE,
        "nic",
        with(
            named("networkInterfaceName", "nic"),
            "ipConfigurations",
            List.of(
                Map.of(
                    "name",
                    "one",
                    "subnet",
                    part(CloudFixture.SUBNET_ID),
                    "applicationGatewayBackendAddressPools",
                    List.of(part(GatewayCases.ID + "/backendAddressPools/pool"))))));
    assertThat(cloud.rig.deleteRefusals(gateway)).singleElement().asString().contains("in use");
  }

  @Test
  void anAddressHasOneUser() {
    cloud.rig.create(LoadBalancers.LOAD_BALANCER, "lb", LoadBalancerCases.LB);
    assertThat(cloud.rig.upRefusals(APPLICATION_GATEWAY, "gw", GatewayCases.GATEWAY))
        .singleElement()
        .asString()
        .contains("PublicIPAddressInUse", PLACE + "loadBalancers/lb");
  }
}
