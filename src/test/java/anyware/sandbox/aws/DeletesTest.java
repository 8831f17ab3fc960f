package anyware.sandbox.aws;

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

/** The offline AWS keeps what is in use, and takes along what goes with an object. */
final class DeletesTest {
  @TempDir Path folder;
  private CloudFixture cloud;
  private StoredResource vpc;
  private StoredResource gateway;
  private StoredResource subnet;
  private StoredResource group;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
    vpc = cloud.make("v", Vpcs.VPC, ValidInputs.VPC);
    gateway = cloud.make("g", InternetGateways.INTERNET_GATEWAY, Map.of("vpcId", "$v"));
    subnet = cloud.make("s", Subnets.SUBNET, Map.of("vpcId", "$v", "cidrBlock", "10.9.1.0/24"));
    group = cloud.make("sec", SecurityGroups.SECURITY_GROUP, Map.of("vpcId", "$v"));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private void refuses(StoredResource stored, String expected) {
    assertThat(cloud.rig.deleteRefusals(stored)).singleElement().asString().startsWith(expected);
  }

  private StoredResource balancer() {
    return cloud.make(
        "lb",
        LoadBalancers.LOAD_BALANCER,
        with(
            ValidInputs.LOAD_BALANCER,
            "subnets",
            List.of("$s"),
            "securityGroups",
            List.of("$sec")));
  }

  @Test
  void networkOfALoadBalancerStays() {
    StoredResource balancer = balancer();
    refuses(subnet, "DependencyViolation: The subnet '%s' has".formatted(subnet.id()));
    refuses(group, "DependencyViolation: resource %s has".formatted(group.id()));
    refuses(gateway, "DependencyViolation: Network %s has some mapped".formatted(vpc.id()));
    cloud.rig.delete(balancer);
    for (StoredResource free : List.of(subnet, group, gateway, vpc)) {
      assertThat(cloud.rig.deleteRefusals(free)).isEmpty();
    }
  }

  @Test
  void innerLoadBalancerNeedsNoGateway() {
    cloud.rig.delete(gateway);
    cloud.make(
        "lb",
        LoadBalancers.LOAD_BALANCER,
        with(
            ValidInputs.LOAD_BALANCER,
            "subnets",
            List.of("$s"),
            "securityGroups",
            List.of("$sec"),
            "internal",
            true));
  }

  @Test
  void protectedLoadBalancerStays() {
    StoredResource balancer =
        cloud.make(
            "kept",
            LoadBalancers.LOAD_BALANCER,
            with(ValidInputs.LOAD_BALANCER, "enableDeletionProtection", true));
    refuses(balancer, "OperationNotPermitted: Load balancer 'kept-");
    assertThat(cloud.rig.read(balancer)).isPresent();
  }

  @Test
  void loadBalancerTakesItsListenersAlongAndFreesTheTargets() {
    StoredResource balancer = balancer();
    StoredResource targets =
        cloud.make("tg", TargetGroups.TARGET_GROUP, with(ValidInputs.TARGET_GROUP, "vpcId", "$v"));
    StoredResource listener =
        cloud.make(
            "l",
            Listeners.LISTENER,
            with(
                ValidInputs.LISTENER,
                "loadBalancerArn",
                "$lb",
                "defaultActions",
                List.of(ValidInputs.forward("$tg"))));
    refuses(targets, "ResourceInUse: Target group '%s' is currently".formatted(targets.id()));
    cloud.rig.delete(balancer);
    assertThat(cloud.rig.read(listener)).isEmpty();
    assertThat(cloud.rig.deleteRefusals(targets)).isEmpty();
  }

  @Test
  void routeTableTakesRoutesAndAssociationsAlong() {
    StoredResource table = cloud.make("t", RouteTables.ROUTE_TABLE, Map.of("vpcId", "$v"));
    StoredResource route =
        cloud.make(
            "r", Routes.ROUTE, with(ValidInputs.ROUTE, "routeTableId", "$t", "gatewayId", "$g"));
    StoredResource association =
        cloud.make(
            "a",
            RouteTables.ROUTE_TABLE_ASSOCIATION,
            Map.of("routeTableId", "$t", "subnetId", "$s"));
    refuses(vpc, "DependencyViolation: The vpc");
    assertThat(cloud.rig.deleteRefusals(gateway)).as("its routes become black holes").isEmpty();
    cloud.rig.delete(table);
    assertThat(cloud.rig.read(route)).isEmpty();
    assertThat(cloud.rig.read(association)).isEmpty();
  }

  @Test
  void groupNamedByAnotherGroupStays() {
    cloud.make("sec2", SecurityGroups.SECURITY_GROUP, Map.of("vpcId", "$v"));
    StoredResource rule =
        cloud.make(
            "in",
            SecurityGroupRules.INGRESS,
            Map.of(
                "securityGroupId", "$sec2",
                "referencedSecurityGroupId", "$sec",
                "ipProtocol", "-1"));
    refuses(group, "DependencyViolation: resource %s has".formatted(group.id()));
    cloud.rig.delete(rule);
    assertThat(cloud.rig.deleteRefusals(group)).isEmpty();
  }

  @Test
  void addressOfALoadBalancerStays() {
    StoredResource address = cloud.make("ip", ElasticIps.ELASTIC_IP, ValidInputs.ELASTIC_IP);
    cloud.make(
        "lb",
        LoadBalancers.LOAD_BALANCER,
        Map.of(
            "loadBalancerType",
            "network",
            "subnetMappings",
            List.of(Map.of("subnetId", "$s", "allocationId", "$ip"))));
    refuses(address, "InvalidIPAddress.InUse");
  }

  @Test
  void defaultGroupIsLetGoAndGoesWithItsVpc() {
    StoredResource adopted =
        cloud.make("d", DefaultSecurityGroups.DEFAULT_SECURITY_GROUP, Map.of("vpcId", "$v"));
    assertThat(vpc.outputs().text("defaultSecurityGroupId")).hasValue(adopted.id());
    List.of(subnet, group, gateway).forEach(cloud.rig::delete);
    cloud.rig.delete(vpc);
    assertThat(cloud.rig.read(adopted)).isEmpty();
  }
}
