package anyware.sandbox.aws;

import static anyware.sandbox.aws.AwsWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.Stored;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offline AWS keeps what is in use, and takes along what goes with an object. */
final class AwsDeletesTest {
  @TempDir Path folder;
  private AwsWorld world;
  private Stored vpc;
  private Stored gateway;
  private Stored subnet;
  private Stored group;

  @BeforeEach
  void open() {
    world = new AwsWorld(folder);
    vpc = world.make("v", AwsNetwork.VPC, AwsBases.VPC);
    gateway = world.make("g", AwsNetwork.GATEWAY, Map.of("vpcId", "$v"));
    subnet = world.make("s", AwsSubnets.SUBNET, Map.of("vpcId", "$v", "cidrBlock", "10.9.1.0/24"));
    group = world.make("sec", AwsGroups.GROUP, Map.of("vpcId", "$v"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void refuses(Stored stored, String expected) {
    assertThat(world.rig.deleteRefusals(stored)).singleElement().asString().startsWith(expected);
  }

  private Stored balancer() {
    return world.make(
        "lb",
        AwsBalancers.BALANCER,
        with(AwsBases.BALANCER, "subnets", List.of("$s"), "securityGroups", List.of("$sec")));
  }

  @Test
  void networkOfALoadBalancerStays() {
    Stored balancer = balancer();
    refuses(subnet, "DependencyViolation: The subnet '%s' has".formatted(subnet.id()));
    refuses(group, "DependencyViolation: resource %s has".formatted(group.id()));
    refuses(gateway, "DependencyViolation: Network %s has some mapped".formatted(vpc.id()));
    world.rig.delete(balancer);
    for (Stored free : List.of(subnet, group, gateway, vpc)) {
      assertThat(world.rig.deleteRefusals(free)).isEmpty();
    }
  }

  @Test
  void innerLoadBalancerNeedsNoGateway() {
    world.rig.delete(gateway);
    world.make(
        "lb",
        AwsBalancers.BALANCER,
        with(
            AwsBases.BALANCER,
            "subnets",
            List.of("$s"),
            "securityGroups",
            List.of("$sec"),
            "internal",
            true));
  }

  @Test
  void protectedLoadBalancerStays() {
    Stored balancer =
        world.make(
            "kept",
            AwsBalancers.BALANCER,
            with(AwsBases.BALANCER, "enableDeletionProtection", true));
    refuses(balancer, "OperationNotPermitted: Load balancer 'kept-");
    assertThat(world.rig.read(balancer)).isPresent();
  }

  @Test
  void loadBalancerTakesItsListenersAlongAndFreesTheTargets() {
    Stored balancer = balancer();
    Stored targets =
        world.make("tg", AwsTargetGroups.TARGETS, with(AwsBases.TARGETS, "vpcId", "$v"));
    Stored listener =
        world.make(
            "l",
            AwsListeners.LISTENER,
            with(
                AwsBases.LISTENER,
                "loadBalancerArn",
                "$lb",
                "defaultActions",
                List.of(AwsBases.forward("$tg"))));
    refuses(targets, "ResourceInUse: Target group '%s' is currently".formatted(targets.id()));
    world.rig.delete(balancer);
    assertThat(world.rig.read(listener)).isEmpty();
    assertThat(world.rig.deleteRefusals(targets)).isEmpty();
  }

  @Test
  void routeTableTakesRoutesAndAssociationsAlong() {
    Stored table = world.make("t", AwsRouting.TABLE, Map.of("vpcId", "$v"));
    Stored route =
        world.make(
            "r", AwsRoutes.ROUTE, with(AwsBases.ROUTE, "routeTableId", "$t", "gatewayId", "$g"));
    Stored association =
        world.make("a", AwsRouting.ASSOCIATION, Map.of("routeTableId", "$t", "subnetId", "$s"));
    refuses(vpc, "DependencyViolation: The vpc");
    assertThat(world.rig.deleteRefusals(gateway)).as("its routes become black holes").isEmpty();
    world.rig.delete(table);
    assertThat(world.rig.read(route)).isEmpty();
    assertThat(world.rig.read(association)).isEmpty();
  }

  @Test
  void groupNamedByAnotherGroupStays() {
    world.make("sec2", AwsGroups.GROUP, Map.of("vpcId", "$v"));
    Stored rule =
        world.make(
            "in",
            AwsRules.INGRESS,
            Map.of(
                "securityGroupId", "$sec2",
                "referencedSecurityGroupId", "$sec",
                "ipProtocol", "-1"));
    refuses(group, "DependencyViolation: resource %s has".formatted(group.id()));
    world.rig.delete(rule);
    assertThat(world.rig.deleteRefusals(group)).isEmpty();
  }

  @Test
  void addressOfALoadBalancerStays() {
    Stored address = world.make("ip", AwsAddresses.ADDRESS, AwsBases.ADDRESS);
    world.make(
        "lb",
        AwsBalancers.BALANCER,
        Map.of(
            "loadBalancerType",
            "network",
            "subnetMappings",
            List.of(Map.of("subnetId", "$s", "allocationId", "$ip"))));
    refuses(address, "InvalidIPAddress.InUse");
  }

  @Test
  void defaultGroupIsLetGoAndGoesWithItsVpc() {
    Stored adopted = world.make("d", AwsDefaultGroup.DEFAULT_GROUP, Map.of("vpcId", "$v"));
    assertThat(vpc.outputs().text("defaultSecurityGroupId")).hasValue(adopted.id());
    List.of(subnet, group, gateway).forEach(world.rig::delete);
    world.rig.delete(vpc);
    assertThat(world.rig.read(adopted)).isEmpty();
  }
}
