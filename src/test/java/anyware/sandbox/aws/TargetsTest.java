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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines behind a balancer and with addresses of their own. */
final class TargetsTest {
  private static final String ATTACHMENT = TargetGroupAttachments.TARGET_GROUP_ATTACHMENT;
  private static final String ASSOCIATION = EipAssociations.EIP_ASSOCIATION;
  private static final String INSTANCE = "i-0123456789abcdef0";
  private static final String ANOTHER = "i-0fedcba9876543210";

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

  private StoredResource machine(String instance, String subnet) {
    return cloud.make(
        "eni",
        NetworkInterfaces.NETWORK_INTERFACE,
        Map.of(
            "subnetId",
            subnet,
            "attachments",
            List.of(Map.of("deviceIndex", 0, "instance", instance))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.7.7 | | ",
        "10.9.7.7 | all | ",
        "i-0123456789abcdef0 | | ValidationError: The IP address 'i-0123456789abcdef0' is not a",
        "198.51.100.7 | all | ValidationError: The IP address '198.51.100.7' is not a private",
        "10.9.7.7 | | ValidationError: You must specify a valid Availability Zone or select 'all'",
        "10.0.7.7 | all | ValidationError: The IP address '10.0.7.7' is within the VPC, and cannot",
      })
  void groupOfAddressesTakesPrivateOnes(String target, String zone, String refusal) {
    cloud.make(
        "addresses", TargetGroups.TARGET_GROUP, with(ValidInputs.TARGET_GROUP, "targetType", "ip"));
    Map<String, Object> inputs =
        with(
            ValidInputs.TARGET_GROUP_ATTACHMENT,
            "targetGroupArn",
            "$addresses",
            "targetId",
            target,
            "availabilityZone",
            zone == null ? NONE : zone);
    List<String> found = cloud.rig.upRefusals(ATTACHMENT, "x", cloud.named(inputs));
    if (refusal == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).singleElement().asString().startsWith("targetId: " + refusal);
    }
  }

  @Test
  void machineIsRegisteredInItsOwnNetwork() {
    machine(INSTANCE, "$otherA");
    assertThat(
            cloud.rig.upRefusals(ATTACHMENT, "x", cloud.named(ValidInputs.TARGET_GROUP_ATTACHMENT)))
        .containsExactly(
            "targetId: InvalidTarget: The following targets are not in the target group VPC '%s': '%s'"
                .formatted(cloud.id("$vpc"), INSTANCE));
    assertThat(
            cloud.rig.upRefusals(
                ATTACHMENT,
                "x",
                cloud.named(
                    with(ValidInputs.TARGET_GROUP_ATTACHMENT, "targetGroupArn", "$foreign"))))
        .isEmpty();
  }

  @Test
  void targetsGoWithTheirGroupAndMayBeRegisteredTwice() {
    StoredResource one = cloud.make("one", ATTACHMENT, ValidInputs.TARGET_GROUP_ATTACHMENT);
    StoredResource two = cloud.make("two", ATTACHMENT, ValidInputs.TARGET_GROUP_ATTACHMENT);
    assertThat(one.id()).startsWith(cloud.id("$targets") + "-").isNotEqualTo(two.id());
    cloud.rig.delete(cloud.get("$targets"));
    assertThat(cloud.rig.read(one)).isEmpty();
    assertThat(cloud.rig.read(two)).isEmpty();
  }

  @Test
  void addressMovesToTheNextMachineWithoutAWord() {
    StoredResource first = cloud.make("one", ASSOCIATION, ValidInputs.EIP_ASSOCIATION);
    StoredResource next =
        cloud.make("two", ASSOCIATION, with(ValidInputs.EIP_ASSOCIATION, "instanceId", ANOTHER));
    assertThat(cloud.rig.read(first)).isEmpty();
    assertThat(cloud.rig.read(next)).isPresent();
    assertThat(cloud.rig.deleteRefusals(first)).as("what is gone can be deleted").isEmpty();
  }

  @Test
  void machineHasTheLastAddressThatItWasGiven() {
    StoredResource first = cloud.make("one", ASSOCIATION, ValidInputs.EIP_ASSOCIATION);
    StoredResource spare = cloud.make("spare", ElasticIps.ELASTIC_IP, ValidInputs.ELASTIC_IP);
    cloud.make("two", ASSOCIATION, with(ValidInputs.EIP_ASSOCIATION, "allocationId", "$spare"));
    assertThat(cloud.rig.read(first)).isEmpty();
    assertThat(cloud.rig.deleteRefusals(cloud.get("$allocation"))).isEmpty();
    assertThat(cloud.rig.deleteRefusals(spare))
        .singleElement()
        .asString()
        .startsWith("InvalidIPAddress.InUse");
  }

  @Test
  void addressOfANatGatewayIsNotTaken() {
    cloud.make("nat", NatGateways.NAT_GATEWAY, ValidInputs.NAT_GATEWAY);
    assertThat(cloud.rig.upRefusals(ASSOCIATION, "x", cloud.named(ValidInputs.EIP_ASSOCIATION)))
        .containsExactly(
            "allocationId: AuthFailure: You do not have permission to access the specified"
                + " resource.");
  }

  @Test
  void machineWithoutAWayOutGetsNoAddress() {
    machine(INSTANCE, "$loneA");
    assertThat(cloud.rig.upRefusals(ASSOCIATION, "x", cloud.named(ValidInputs.EIP_ASSOCIATION)))
        .containsExactly(
            "Gateway.NotAttached: Network %s is not attached to any internet gateway"
                .formatted(cloud.id("$lone")));
  }

  @Test
  void machineKeepsItsSubnetGroupAndGateway() {
    cloud.make("net", Vpcs.VPC, ValidInputs.VPC);
    StoredResource gateway =
        cloud.make("way", InternetGateways.INTERNET_GATEWAY, Map.of("vpcId", "$net"));
    StoredResource subnet =
        cloud.make("home", Subnets.SUBNET, Map.of("vpcId", "$net", "cidrBlock", "10.9.1.0/24"));
    StoredResource machine = machine(INSTANCE, "$home");
    StoredResource association = cloud.make("own", ASSOCIATION, ValidInputs.EIP_ASSOCIATION);
    assertThat(association.outputs().text("networkInterfaceId")).hasValue(machine.id());
    assertThat(association.outputs().text("privateIpAddress"))
        .isEqualTo(machine.outputs().text("privateIp"));
    assertThat(cloud.rig.deleteRefusals(subnet))
        .singleElement()
        .asString()
        .startsWith("DependencyViolation: The subnet");
    assertThat(cloud.rig.deleteRefusals(gateway))
        .singleElement()
        .asString()
        .startsWith("DependencyViolation: Network");
    cloud.rig.delete(association);
    assertThat(cloud.rig.deleteRefusals(gateway)).isEmpty();
    cloud.rig.delete(machine);
    assertThat(cloud.rig.deleteRefusals(subnet)).isEmpty();
  }
}
