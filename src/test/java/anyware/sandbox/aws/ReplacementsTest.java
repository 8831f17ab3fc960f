package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes of AWS's objects replace them. */
final class ReplacementsTest {
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
  @CsvSource({
    "network, '', $vpcGroup, ADD securityGroups (replace)",
    "network, $vpcGroup, '', DELETE securityGroups (replace)",
    "application, $vpcGroup, $otherGroup, UPDATE securityGroups",
  })
  void onlyNetworkBalancersAreReplacedForTheirGroups(
      String kind, String before, String after, String expected) {
    Map<String, Object> inputs = with(ValidInputs.LOAD_BALANCER, "loadBalancerType", kind);
    StoredResource made =
        cloud.make(
            "made", LoadBalancers.LOAD_BALANCER, with(inputs, "securityGroups", list(before)));
    assertThat(cloud.rig.diff(made, cloud.named(with(inputs, "securityGroups", list(after)))))
        .containsExactly(expected);
  }

  private static List<String> list(String item) {
    return Stream.of(item).filter(text -> !text.isEmpty()).toList();
  }

  @Test
  void networkBalancersGainSubnetsInPlaceOnly() {
    Map<String, Object> one = with(ValidInputs.LOAD_BALANCER, "subnets", List.of("$vpcA"));
    StoredResource made = cloud.make("made", LoadBalancers.LOAD_BALANCER, one);
    assertThat(cloud.rig.diff(made, cloud.named(ValidInputs.LOAD_BALANCER)))
        .containsExactly("UPDATE subnets");
    assertThat(cloud.rig.diff(made, cloud.named(with(one, "subnets", List.of("$vpcB")))))
        .containsExactly("UPDATE subnets (replace)");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:ec2/route:Route, destinationCidrBlock, 192.0.2.0/24, true",
    "aws:ec2/route:Route, gatewayId, $otherGateway, false",
    "aws:ec2/routeTableAssociation:RouteTableAssociation, subnetId, $vpcB, true",
    "aws:ec2/routeTableAssociation:RouteTableAssociation, routeTableId, $otherTable, false",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup, vpcId, $other, true",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule, cidrIpv4, 192.0.2.0/24, false",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule, securityGroupId, $otherGroup, true",
    "aws:ec2/managedPrefixList:ManagedPrefixList, addressFamily, IPv6, true",
    "aws:ec2/managedPrefixList:ManagedPrefixList, name, other, false",
    "aws:ec2/eip:Eip, domain, standard, true",
    "aws:ec2/natGateway:NatGateway, subnetId, $vpcB, true",
    "aws:ec2/networkInterface:NetworkInterface, subnetId, $vpcB, true",
    "aws:ec2/eipAssociation:EipAssociation, instanceId, i-0fedcba9876543210, true",
    "aws:lb/targetGroupAttachment:TargetGroupAttachment, targetId, i-0fedcba9876543210, true",
    "aws:lb/targetGroup:TargetGroup, targetType, ip, true",
    "aws:lb/loadBalancer:LoadBalancer, loadBalancerType, application, true",
    "aws:lb/targetGroup:TargetGroup, protocol, UDP, true",
    "aws:lb/targetGroup:TargetGroup, vpcId, $other, true",
    "aws:lb/listener:Listener, loadBalancerArn, $second, true",
    "aws:lb/listener:Listener, protocol, UDP, false",
    "aws:route53/record:Record, name, other.example.com, true",
    "aws:route53/record:Record, zoneId, Z0123456789ABD, true",
    "aws:route53/record:Record, type, TXT, false",
    "aws:wafv2/webAclAssociation:WebAclAssociation, webAclArn,"
        + " arn:aws:wafv2:us-east-1:123456789012:regional/webacl/other/1, true",
    "aws:cloudwatch/logGroup:LogGroup, logGroupClass, INFREQUENT_ACCESS, true",
    "aws:iam/role:Role, assumeRolePolicy, {}, false",
    "aws:iam/role:Role, path, /x/, true",
    "aws:iam/rolePolicy:RolePolicy, policy, { }, false",
    "aws:ec2/flowLog:FlowLog, trafficType, REJECT, true",
    "aws:ec2/flowLog:FlowLog, logDestination, arn:aws:s3:::other, true",
  })
  void changesReplaceAsTheProviderSays(
      String type, String property, String value, boolean replaced) {
    Map<String, Object> changed = cloud.named(with(ValidInputs.of(type), property, value));
    assertThat(cloud.rig.diff(cloud.make("made", type, ValidInputs.of(type)), changed))
        .containsExactly("UPDATE " + property + (replaced ? " (replace)" : ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {SecurityGroupRules.INGRESS, SecurityGroupRules.EGRESS})
  void rulesKeepTheKindOfTheirPeer(String type) {
    StoredResource made = cloud.make("made", type, ValidInputs.RULE);
    assertThat(cloud.rig.diff(made, byList("$list")))
        .containsExactly("DELETE cidrIpv4 (replace)", "ADD prefixListId (replace)");
    StoredResource listed = cloud.make("listed", type, byList("$list"));
    cloud.make("next", ManagedPrefixLists.PREFIX_LIST, ValidInputs.PREFIX_LIST);
    assertThat(cloud.rig.diff(listed, byList("$next"))).containsExactly("UPDATE prefixListId");
  }

  private Map<String, Object> byList(String list) {
    return cloud.named(with(ValidInputs.RULE, "cidrIpv4", CloudFixture.NONE, "prefixListId", list));
  }

  @ParameterizedTest
  @CsvSource({
    "network, $vpcA, $vpcB, true",
    "network, $vpcA, $vpcA $vpcB, false",
    "network, $vpcA $vpcB, $vpcA, true",
    "application, $vpcA $vpcB, $vpcA2 $vpcB, true",
    "application, $vpcA $vpcB, $vpcA, false",
    "application, $vpcA $vpcB, $vpcA2, true",
  })
  void mappingsOfABalancerNeverChange(String kind, String before, String after, boolean replaced) {
    Map<String, Object> inputs =
        with(ValidInputs.LOAD_BALANCER, "loadBalancerType", kind, "subnets", CloudFixture.NONE);
    StoredResource made =
        cloud.make(
            "made", LoadBalancers.LOAD_BALANCER, with(inputs, "subnetMappings", mappings(before)));
    assertThat(cloud.rig.diff(made, cloud.named(with(inputs, "subnetMappings", mappings(after)))))
        .containsExactly("UPDATE subnetMappings" + (replaced ? " (replace)" : ""));
  }

  private static List<Map<String, String>> mappings(String subnets) {
    return Stream.of(subnets.split(" ", -1)).map(subnet -> Map.of("subnetId", subnet)).toList();
  }
}
