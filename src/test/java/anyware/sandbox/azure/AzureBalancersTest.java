package anyware.sandbox.azure;

import static anyware.sandbox.azure.AzureBalancers.BALANCER;
import static anyware.sandbox.azure.AzureWorld.ADDRESS_ID;
import static anyware.sandbox.azure.AzureWorld.SUBNET_ID;
import static anyware.sandbox.azure.AzureWorld.named;
import static anyware.sandbox.azure.AzureWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.azure.AzureWorld.Case;
import anyware.sandbox.spec.Stored;
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
final class AzureBalancersTest {

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
  @MethodSource("anyware.sandbox.azure.AzureBalancerCases#all")
  void refuses(Case wrong) {
    world.refuses(wrong);
  }

  @Test
  void balancersLookLikeAzure() {
    Stored made = world.rig.create(BALANCER, "lb", AzureBalancerCases.LB);
    assertThat(made.id()).isEqualTo(AzureBalancerCases.ID);
    assertThat(made.outputs().objects("loadBalancingRules").get(0).text("loadDistribution"))
        .hasValue("Default");
    assertThat(made.outputs().objects("probes").get(0).text("id"))
        .hasValue(AzureBalancerCases.ID + "/probes/health");
    assertThat(made.outputs().objects("backendAddressPools").get(0).text("type"))
        .hasValue("Microsoft.Network/loadBalancers/backendAddressPools");
    assertThat(world.rig.diff(made, AzureBalancerCases.LB)).isEmpty();
    assertThat(
            world.rig.upRefusals(
                BALANCER,
                "out",
                with(
                    AzureBalancerCases.rule("disableOutboundSnat", true),
                    "loadBalancerName",
                    "lb",
                    "outboundRules",
                    List.of(AzureBalancerCases.OUTBOUND))))
        .containsExactly("cannot create already existing resource '" + AzureBalancerCases.ID + "'");
  }

  @Test
  void outboundRulesStandBesideRulesWithoutSnat() {
    assertThat(
            world.rig.upRefusals(
                BALANCER,
                "lb",
                with(
                    AzureBalancerCases.rule("disableOutboundSnat", true),
                    "outboundRules",
                    List.of(AzureBalancerCases.OUTBOUND))))
        .isEmpty();
  }

  @Test
  void internalFrontendsTakeAnAddressOfTheirSubnet() {
    Stored made =
        world.rig.create(
            BALANCER,
            "lb",
            AzureBalancerCases.frontends(
                Map.of("name", "front", "subnet", Map.of("id", SUBNET_ID))));
    assertThat(made.outputs().objects("frontendIPConfigurations").get(0).text("privateIPAddress"))
        .get()
        .asString()
        .matches("10\\.0\\.0\\.\\d+");
    assertThat(world.rig.deleteRefusals(world.subnet))
        .singleElement()
        .asString()
        .startsWith(
            "Code=\"InUseSubnetCannotBeDeleted\" Message=\"Subnet connectors is in use by ");
    assertThat(world.rig.deleteRefusals(world.network))
        .singleElement()
        .asString()
        .contains("InUseSubnetCannotBeDeleted");
    assertThat(world.rig.updateRefusals(world.subnet, AzureWorld.subnet("10.0.5.0/24")))
        .singleElement()
        .asString()
        .contains("InUseSubnetCannotBeUpdated");
  }

  @Test
  void addressInUseIsKeptAndNotShared() {
    world.rig.create(BALANCER, "lb", AzureBalancerCases.LB);
    assertThat(world.rig.deleteRefusals(world.address))
        .singleElement()
        .asString()
        .startsWith(
            "Code=\"PublicIPAddressCannotBeDeleted\" Message=\"Public IP address "
                + ADDRESS_ID
                + " can not be deleted since it is still allocated to resource ");
    assertThat(
            world.rig.upRefusals(
                BALANCER,
                "two",
                with(
                    named("loadBalancerName", "two"),
                    "sku",
                    Map.of("name", "Standard"),
                    "frontendIPConfigurations",
                    List.of(AzureBalancerCases.FRONTEND))))
        .singleElement()
        .asString()
        .startsWith(
            "frontendIPConfigurations[0].publicIPAddress.id: Code=\"PublicIPAddressInUse\"");
  }

  @Test
  void rulesOfAnotherBalancerAreNoPlaceToPointAt() {
    world.rig.create(BALANCER, "lb", AzureBalancerCases.LB);
    assertThat(
            world.rig.upRefusals(
                BALANCER,
                "two",
                with(
                    named("loadBalancerName", "two"),
                    "sku",
                    Map.of("name", "Standard"),
                    "loadBalancingRules",
                    List.of(AzureBalancerCases.RULE))))
        .hasSize(3)
        .allMatch(refusal -> refusal.contains("InvalidResourceReference"));
  }

  @Test
  void skuAndRegionStay() {
    Stored made = world.rig.create(BALANCER, "lb", AzureBalancerCases.LB);
    assertThat(world.rig.updateRefusals(made, AzureBalancerCases.basic()))
        .containsExactly("sku: The sku of load balancer lb cannot be changed once it exists");
    assertThat(world.rig.diff(made, with(AzureBalancerCases.LB, "location", "westeurope")))
        .containsExactly("UPDATE location");
    assertThat(
            world.rig.updateRefusals(
                made,
                with(
                    AzureBalancerCases.basic(),
                    "sku",
                    Map.of("name", "Standard"),
                    "location",
                    "westeurope")))
        .singleElement()
        .asString()
        .startsWith("location: Code=\"InvalidResourceLocation\"");
  }
}
