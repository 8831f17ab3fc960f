package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;
import static anyware.sandbox.aws.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a NAT gateway needs, and what it keeps from going; who has which address of a subnet. */
final class NatGatewaysTest {
  private static final String NAT = NatGateways.NAT_GATEWAY;

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

  private StoredResource gateway() {
    return cloud.make("nat", NAT, ValidInputs.NAT_GATEWAY);
  }

  private List<String> refusals(Object... changes) {
    return cloud.rig.upRefusals(NAT, "x", cloud.named(with(ValidInputs.NAT_GATEWAY, changes)));
  }

  @Test
  void networkWithoutAnInternetGatewayHasNoUseForOne() {
    assertThat(refusals("subnetId", "$loneA"))
        .singleElement()
        .asString()
        .startsWith("waiting for EC2 NAT Gateway (nat-0")
        .endsWith(
            "unexpected state 'failed', wanted target 'available'. last error: Gateway.NotAttached:"
                + " Network %s has no Internet gateway attached".formatted(cloud.id("$lone")));
    assertThat(refusals("subnetId", "$loneA", "connectivityType", "private", "allocationId", NONE))
        .as("a private one needs no way to the internet")
        .isEmpty();
  }

  @Test
  void addressServesOneGateway() {
    StoredResource first = gateway();
    assertThat(refusals("subnetId", "$vpcB"))
        .singleElement()
        .asString()
        .endsWith(
            "Resource.AlreadyAssociated: Elastic IP address %s is already associated"
                .formatted(cloud.id("$allocation")));
    assertThat(cloud.rig.deleteRefusals(cloud.get("$allocation")))
        .singleElement()
        .asString()
        .startsWith("InvalidIPAddress.InUse");
    cloud.rig.delete(first);
    assertThat(refusals("subnetId", "$vpcB")).isEmpty();
  }

  @Test
  void whatItStandsInStays() {
    StoredResource gateway = gateway();
    assertThat(cloud.rig.deleteRefusals(cloud.get("$vpcA")))
        .containsExactly(
            "DependencyViolation: The subnet '%s' has dependencies and cannot be deleted."
                .formatted(cloud.id("$vpcA")));
    for (String balancer : List.of("$listener", "$balancer", "$second", "$web")) {
      cloud.rig.delete(cloud.get(balancer));
    }
    assertThat(cloud.rig.deleteRefusals(cloud.get("$vpcGateway")))
        .singleElement()
        .asString()
        .startsWith("DependencyViolation: Network %s has some mapped".formatted(cloud.id("$vpc")));
    cloud.rig.delete(gateway);
    assertThat(cloud.rig.deleteRefusals(cloud.get("$vpcA"))).isEmpty();
    assertThat(cloud.rig.deleteRefusals(cloud.get("$vpcGateway"))).isEmpty();
  }

  @Test
  void routesLeadToGatewaysOfTheirNetworkAndOutliveThem() {
    StoredResource gateway = gateway();
    Map<String, Object> inputs = with(ValidInputs.ROUTE, "gatewayId", NONE, "natGatewayId", "$nat");
    assertThat(
            cloud.rig.upRefusals(
                Routes.ROUTE, "r", cloud.named(with(inputs, "routeTableId", "$otherTable"))))
        .containsExactly(
            "natGatewayId: InvalidParameterValue: route table %s and NAT gateway %s belong to different networks"
                .formatted(cloud.id("$otherTable"), gateway.id()));
    StoredResource route = cloud.make("route", Routes.ROUTE, inputs);
    cloud.rig.delete(gateway);
    assertThat(cloud.rig.read(route)).isPresent();
  }

  @Test
  void gatewayHasAnAddressOfItsSubnetAndTheOneItWasGiven() {
    StoredResource made = gateway();
    assertThat(made.outputs().text("privateIp").orElseThrow()).matches("10\\.0\\.1\\.[0-9]+");
    assertThat(made.outputs().text("publicIp"))
        .isEqualTo(cloud.get("$allocation").outputs().text("publicIp"));
    assertThat(
            refusals(
                "connectivityType",
                "private",
                "allocationId",
                NONE,
                "privateIp",
                made.outputs().text("privateIp").orElseThrow()))
        .singleElement()
        .asString()
        .startsWith("privateIp: InvalidIPAddress.InUse");
  }

  @Test
  void zoneTakesFive() {
    Map<String, Object> inner =
        with(ValidInputs.NAT_GATEWAY, "connectivityType", "private", "allocationId", NONE);
    for (int i = 0; i < 5; i++) {
      cloud.make("nat" + i, NAT, with(inner, "subnetId", i % 2 == 0 ? "$vpcA" : "$otherA"));
    }
    assertThat(cloud.rig.upRefusals(NAT, "x", cloud.named(inner)))
        .singleElement()
        .asString()
        .startsWith("NatGatewayLimitExceeded");
    assertThat(cloud.rig.upRefusals(NAT, "x", cloud.named(with(inner, "subnetId", "$vpcB"))))
        .isEmpty();
  }

  @Test
  void innerBalancersHaveTheAddressesOfTheirChoice() {
    Map<String, Object> inputs =
        with(
            ValidInputs.LOAD_BALANCER,
            "internal",
            true,
            "subnets",
            NONE,
            "subnetMappings",
            List.of(
                Map.of("subnetId", "$vpcA", "privateIpv4Address", "10.0.1.9"),
                Map.of("subnetId", "$vpcB", "privateIpv4Address", "10.0.3.9")));
    StoredResource made = cloud.make("inner", LoadBalancers.LOAD_BALANCER, inputs);
    assertThat(made.outputs().texts("subnets"))
        .containsExactlyInAnyOrder(cloud.id("$vpcA"), cloud.id("$vpcB"));
    assertThat(cloud.rig.updateRefusals(made, cloud.named(with(inputs, "tags", Map.of("a", "b")))))
        .isEmpty();
    assertThat(cloud.rig.upRefusals(LoadBalancers.LOAD_BALANCER, "x", cloud.named(inputs)))
        .containsExactly("subnetMappings: InvalidIPAddress.InUse: Address 10.0.1.9 is in use.");
    assertThat(cloud.rig.diff(made, cloud.named(with(inputs, "internal", false))))
        .containsExactly("UPDATE internal (replace)");
  }

  @Test
  void fullSubnetTakesNone() {
    cloud.make(
        "tiny",
        Subnets.SUBNET,
        Map.of("vpcId", "$vpc", "cidrBlock", "10.0.200.0/28", "availabilityZone", "us-east-1c"));
    for (int i = 0; i < 11; i++) {
      cloud.make("eni" + i, NetworkInterfaces.NETWORK_INTERFACE, Map.of("subnetId", "$tiny"));
    }
    assertThat(refusals("subnetId", "$tiny"))
        .singleElement()
        .asString()
        .endsWith("Subnet has insufficient free addresses to create this NAT gateway");
    assertThat(
            cloud.rig.upRefusals(
                LoadBalancers.LOAD_BALANCER,
                "x",
                cloud.named(with(ValidInputs.LOAD_BALANCER, "subnets", List.of("$tiny")))))
        .singleElement()
        .asString()
        .startsWith("subnets: InvalidSubnet: Not enough IP space available in subnet-0");
  }
}
