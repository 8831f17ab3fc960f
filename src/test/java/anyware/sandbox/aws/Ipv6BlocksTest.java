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

/** IPv6 comes to a network in place, and leaves it only from the end. */
final class Ipv6BlocksTest {
  private static final String GENERATED = "assignGeneratedIpv6CidrBlock";
  private static final String BLOCK = "ipv6CidrBlock";
  private static final String GIVES = "assignIpv6AddressOnCreation";

  @TempDir Path folder;
  private CloudFixture cloud;
  private StoredResource vpc;
  private String range;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
    vpc = cloud.make("sixth", Vpcs.VPC, with(ValidInputs.VPC, GENERATED, true));
    range = vpc.outputs().text(BLOCK).orElseThrow();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private Map<String, Object> subnet(int number) {
    return Map.of(
        "vpcId",
        vpc.id(),
        "cidrBlock",
        "10.9.%d.0/24".formatted(number),
        "availabilityZone",
        "us-east-1" + "abc".charAt(number));
  }

  private String block(int number) {
    return range.replace("00::/56", "0%d::/64".formatted(number));
  }

  @Test
  void aVpcGetsItsBlockInPlace() {
    StoredResource lone = cloud.get("$lone");
    Map<String, Object> asked = with(Map.of("cidrBlock", "10.2.0.0/16"), GENERATED, true);

    assertThat(cloud.rig.diff(lone, asked)).containsExactly("ADD " + GENERATED);
    assertThat(cloud.rig.update(lone, asked).outputs().text(BLOCK).orElseThrow())
        .matches("2001:db8:[0-9a-f]{4}:[0-9a-f]{2}00::/56");
  }

  @Test
  void aSubnetGetsItsBlockInPlace() {
    StoredResource plain = cloud.make("plain", Subnets.SUBNET, subnet(1));
    Map<String, Object> asked = with(subnet(1), BLOCK, block(1), GIVES, true);

    assertThat(cloud.rig.diff(plain, asked))
        .containsExactlyInAnyOrder("ADD " + BLOCK, "UPDATE " + GIVES);
    assertThat(cloud.rig.updateRefusals(plain, asked)).isEmpty();
  }

  @Test
  void aSubnetThatGivesAddressesIsReplacedWhenItsBlockChangesOrGoes() {
    Map<String, Object> given = with(subnet(1), BLOCK, block(1), GIVES, true);
    StoredResource made = cloud.make("giving", Subnets.SUBNET, given);

    assertThat(cloud.rig.diff(made, with(given, BLOCK, block(2))))
        .containsExactly("UPDATE " + BLOCK + " (replace)");
    assertThat(cloud.rig.diff(made, with(given, BLOCK, NONE, GIVES, false)))
        .contains("DELETE " + BLOCK + " (replace)");
    assertThat(cloud.rig.diff(made, with(given, GIVES, false))).containsExactly("UPDATE " + GIVES);
  }

  @Test
  void twoSubnetsDoNotShareABlock() {
    cloud.make("first", Subnets.SUBNET, with(subnet(1), BLOCK, block(1)));

    assertThat(cloud.rig.upRefusals(Subnets.SUBNET, "next", with(subnet(2), BLOCK, block(1))))
        .containsExactly(
            BLOCK
                + ": InvalidSubnet.Conflict: The CIDR '"
                + block(1)
                + "' conflicts with another subnet");
    assertThat(cloud.rig.upRefusals(Subnets.SUBNET, "next", with(subnet(2), BLOCK, range)))
        .contains(BLOCK + ": InvalidSubnet.Range: The CIDR '" + range + "' is invalid.");
  }

  @Test
  void aVpcKeepsItsBlockWhileASubnetHasAPartOfIt() {
    cloud.make("first", Subnets.SUBNET, with(subnet(1), BLOCK, block(1)));

    assertThat(cloud.rig.updateRefusals(vpc, with(ValidInputs.VPC, GENERATED, false)))
        .containsExactly(
            GENERATED
                + ": InvalidCidrBlock.InUse: The vpc "
                + vpc.id()
                + " currently has a subnet within CIDR block "
                + range);
  }

  @Test
  void aSubnetKeepsItsBlockWhileABalancerHasAddressesOfIt() {
    cloud.make("sixGateway", InternetGateways.INTERNET_GATEWAY, Map.of("vpcId", vpc.id()));
    StoredResource one = cloud.make("one", Subnets.SUBNET, with(subnet(1), BLOCK, block(1)));
    Map<String, Object> both =
        Map.of(
            "loadBalancerType",
            "network",
            "subnets",
            List.of(one.id()),
            "ipAddressType",
            "dualstack");
    StoredResource balancer = cloud.make("dual", LoadBalancers.LOAD_BALANCER, both);

    assertThat(cloud.rig.updateRefusals(one, subnet(1)))
        .singleElement()
        .asString()
        .startsWith(BLOCK + ": InvalidCidrBlock.InUse: The subnet IPv6 CIDR block");
    assertThat(cloud.rig.diff(balancer, with(both, "ipAddressType", "ipv4")))
        .containsExactly("UPDATE ipAddressType");
    assertThat(cloud.rig.diff(balancer, with(both, "ipAddressType", NONE))).isEmpty();
    cloud.rig.update(balancer, with(both, "ipAddressType", "ipv4"));
    assertThat(cloud.rig.updateRefusals(one, subnet(1))).isEmpty();
  }

  @Test
  void anEgressOnlyGatewayBelongsToOneVpc() {
    Map<String, Object> route =
        Map.of(
            "routeTableId",
            "$vpcTable",
            "destinationIpv6CidrBlock",
            "::/0",
            "egressOnlyGatewayId",
            "$out");
    String type = EgressOnlyInternetGateways.EGRESS_ONLY_INTERNET_GATEWAY;
    StoredResource made = cloud.make("out", type, Map.of("vpcId", "$vpc"));
    assertThat(made.id()).matches("eigw-[0-9a-f]{17}");
    assertThat(cloud.rig.checkRefusals(Routes.ROUTE, "out", cloud.named(route))).isEmpty();
    assertThat(cloud.rig.diff(made, cloud.named(Map.of("vpcId", "$other"))))
        .containsExactly("UPDATE vpcId (replace)");

    cloud.make("far", type, Map.of("vpcId", "$other"));
    Map<String, Object> away = with(route, "egressOnlyGatewayId", "$far");
    assertThat(cloud.rig.upRefusals(Routes.ROUTE, "far", cloud.named(away)))
        .anyMatch(refusal -> refusal.contains("belong to different networks"));
  }
}
