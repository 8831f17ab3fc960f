package anyware.sandbox.azure;

import static anyware.sandbox.azure.CloudFixture.ADDRESS_ID;
import static anyware.sandbox.azure.CloudFixture.SUBNET_ID;
import static anyware.sandbox.azure.CloudFixture.named;
import static anyware.sandbox.azure.CloudFixture.with;
import static anyware.sandbox.azure.LoadBalancers.LOAD_BALANCER;
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

/** Load balancers refuse what Azure refuses, above all dead ids among their own parts. */
final class LoadBalancersTest {

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
  @MethodSource("anyware.sandbox.azure.LoadBalancerCases#all")
  void refuses(Case wrong) {
    cloud.refuses(wrong);
  }

  @Test
  void balancersLookLikeAzure() {
    StoredResource made = cloud.rig.create(LOAD_BALANCER, "lb", LoadBalancerCases.LB);
    assertThat(made.id()).isEqualTo(LoadBalancerCases.ID);
    assertThat(made.outputs().objects("loadBalancingRules").get(0).text("loadDistribution"))
        .hasValue("Default");
    assertThat(made.outputs().objects("probes").get(0).text("id"))
        .hasValue(LoadBalancerCases.ID + "/probes/health");
    assertThat(made.outputs().objects("backendAddressPools").get(0).text("type"))
        .hasValue("Microsoft.Network/loadBalancers/backendAddressPools");
    assertThat(cloud.rig.diff(made, LoadBalancerCases.LB)).isEmpty();
    assertThat(
            cloud.rig.upRefusals(
                LOAD_BALANCER,
                "out",
                with(
                    LoadBalancerCases.rule("disableOutboundSnat", true),
                    "loadBalancerName",
                    "lb",
                    "outboundRules",
                    List.of(LoadBalancerCases.OUTBOUND))))
        .containsExactly("cannot create already existing resource '" + LoadBalancerCases.ID + "'");
  }

  @Test
  void outboundRulesStandBesideRulesWithoutSnat() {
    assertThat(
            cloud.rig.upRefusals(
                LOAD_BALANCER,
                "lb",
                with(
                    LoadBalancerCases.rule("disableOutboundSnat", true),
                    "outboundRules",
                    List.of(LoadBalancerCases.OUTBOUND))))
        .isEmpty();
  }

  @Test
  void internalFrontendsTakeAnAddressOfTheirSubnet() {
    StoredResource made =
        cloud.rig.create(
            LOAD_BALANCER,
            "lb",
            LoadBalancerCases.frontends(
                Map.of("name", "front", "subnet", Map.of("id", SUBNET_ID))));
    assertThat(made.outputs().objects("frontendIPConfigurations").get(0).text("privateIPAddress"))
        .get()
        .asString()
        .matches("10\\.0\\.0\\.\\d+");
    assertThat(cloud.rig.deleteRefusals(cloud.subnet))
        .singleElement()
        .asString()
        .startsWith(
            "Code=\"InUseSubnetCannotBeDeleted\" Message=\"Subnet connectors is in use by ");
    assertThat(cloud.rig.deleteRefusals(cloud.network))
        .singleElement()
        .asString()
        .contains("InUseSubnetCannotBeDeleted");
    assertThat(cloud.rig.updateRefusals(cloud.subnet, CloudFixture.subnet("10.0.5.0/24")))
        .singleElement()
        .asString()
        .contains("InUseSubnetCannotBeUpdated");
  }

  @Test
  void addressInUseIsKeptAndNotShared() {
    cloud.rig.create(LOAD_BALANCER, "lb", LoadBalancerCases.LB);
    assertThat(cloud.rig.deleteRefusals(cloud.address))
        .singleElement()
        .asString()
        .startsWith(
            "Code=\"PublicIPAddressCannotBeDeleted\" Message=\"Public IP address "
                + ADDRESS_ID
                + " can not be deleted since it is still allocated to resource ");
    assertThat(
            cloud.rig.upRefusals(
                LOAD_BALANCER,
                "two",
                with(
                    named("loadBalancerName", "two"),
                    "sku",
                    Map.of("name", "Standard"),
                    "frontendIPConfigurations",
                    List.of(LoadBalancerCases.FRONTEND))))
        .singleElement()
        .asString()
        .startsWith(
            "frontendIPConfigurations[0].publicIPAddress.id: Code=\"PublicIPAddressInUse\"");
  }

  @Test
  void rulesOfAnotherBalancerAreNoPlaceToPointAt() {
    cloud.rig.create(LOAD_BALANCER, "lb", LoadBalancerCases.LB);
    assertThat(
            cloud.rig.upRefusals(
                LOAD_BALANCER,
                "two",
                with(
                    named("loadBalancerName", "two"),
                    "sku",
                    Map.of("name", "Standard"),
                    "frontendIPConfigurations",
                    List.of(Map.of("name", "front", "subnet", Map.of("id", SUBNET_ID))),
                    "loadBalancingRules",
                    List.of(LoadBalancerCases.RULE))))
        .hasSize(3)
        .allMatch(refusal -> refusal.contains("InvalidResourceReference"));
  }

  @Test
  void skuAndRegionStay() {
    StoredResource made = cloud.rig.create(LOAD_BALANCER, "lb", LoadBalancerCases.LB);
    assertThat(cloud.rig.updateRefusals(made, LoadBalancerCases.basic()))
        .containsExactly("sku: The sku of load balancer lb cannot be changed once it exists");
    assertThat(cloud.rig.diff(made, with(LoadBalancerCases.LB, "location", "westeurope")))
        .containsExactly("UPDATE location");
    assertThat(
            cloud.rig.updateRefusals(
                made,
                with(
                    LoadBalancerCases.basic(),
                    "sku",
                    Map.of("name", "Standard"),
                    "frontendIPConfigurations",
                    CloudFixture.NONE,
                    "backendAddressPools",
                    CloudFixture.NONE,
                    "location",
                    "westeurope")))
        .singleElement()
        .asString()
        .startsWith("location: Code=\"InvalidResourceLocation\"");
  }
}
