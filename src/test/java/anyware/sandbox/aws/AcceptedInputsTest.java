package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;
import static anyware.sandbox.aws.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.Unknown;
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
import org.junit.jupiter.params.provider.MethodSource;

/** What the offline AWS makes of inputs that it accepts, and how its objects hang together. */
final class AcceptedInputsTest {
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

  static Stream<String> types() {
    return Aws.cloud().types().keySet().stream().sorted();
  }

  private StoredResource base(String type) {
    return cloud.make("made", type, ValidInputs.of(type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void acceptedInputsMakeAnObjectThatNeedsNoChange(String type) {
    Map<String, Object> inputs = cloud.named(ValidInputs.of(type));
    StoredResource made = base(type);
    assertThat(cloud.rig.diff(made, inputs)).isEmpty();
    assertThat(cloud.rig.read(made)).hasValue(made);
    assertThat(made.outputs().values().values()).doesNotContain(Unknown.VALUE);
    assertThat(cloud.rig.update(made, inputs).outputs()).isEqualTo(made.outputs());
    assertThat(cloud.rig.deleteRefusals(made)).isEmpty();
    assertThat(cloud.rig.read(made)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:ec2/routeTable:RouteTable | rtb-0[0-9a-f]{16}",
        "aws:ec2/route:Route | r-rtb-0[0-9a-f]{16}[0-9]+",
        "aws:ec2/routeTableAssociation:RouteTableAssociation | rtbassoc-0[0-9a-f]{16}",
        "aws:ec2/eip:Eip | eipalloc-0[0-9a-f]{16}",
        "aws:ec2/natGateway:NatGateway | nat-0[0-9a-f]{16}",
        "aws:ec2/networkInterface:NetworkInterface | eni-0[0-9a-f]{16}",
        "aws:ec2/eipAssociation:EipAssociation | eipassoc-0[0-9a-f]{16}",
        "aws:lb/targetGroupAttachment:TargetGroupAttachment |"
            + " arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/targets-[0-9a-f]{7}/[0-9a-f]{16}-[0-9a-f]{26}",
        "aws:ec2/managedPrefixList:ManagedPrefixList | pl-0[0-9a-f]{16}",
        "aws:ec2/flowLog:FlowLog | fl-0[0-9a-f]{16}",
        "aws:route53/record:Record | Z0123456789ABC_pcoip.example.com_A",
        "aws:cloudwatch/logGroup:LogGroup | made-[0-9a-f]{7}",
        "aws:iam/role:Role | made-[0-9a-f]{7}",
        "aws:iam/rolePolicy:RolePolicy | role-[0-9a-f]{7}:made-[0-9a-f]{7}",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule | sgr-0[0-9a-f]{16}",
        "aws:lb/loadBalancer:LoadBalancer |"
            + " arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/made-[0-9a-f]{7}/[0-9a-f]{16}",
        "aws:lb/targetGroup:TargetGroup |"
            + " arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/made-[0-9a-f]{7}/[0-9a-f]{16}",
        "aws:lb/listener:Listener |"
            + " arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/net/balancer-[0-9a-f]{7}/[0-9a-f]{16}/[0-9a-f]{16}",
      })
  void idsLookLikeAws(String type, String pattern) {
    assertThat(base(type).id()).matches(pattern);
  }

  @Test
  void computedOutputsLookLikeAws() {
    Props balancer = base(LoadBalancers.LOAD_BALANCER).outputs();
    assertThat(balancer.text("dnsName").orElseThrow())
        .matches("made-[0-9a-f]{7}-[0-9a-f]{16}\\.elb\\.us-east-1\\.amazonaws\\.com");
    assertThat(balancer.text("vpcId")).hasValue(cloud.id("$vpc"));
    assertThat(balancer.objects("subnetMappings")).hasSize(2);
    StoredResource address = base(ElasticIps.ELASTIC_IP);
    String ip = address.outputs().text("publicIp").orElseThrow();
    assertThat(ip).matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.[0-9]+");
    assertThat(address.outputs().text("publicDns"))
        .hasValue("ec2-" + ip.replace('.', '-') + ".compute-1.amazonaws.com");
    assertThat(address.outputs().text("allocationId")).hasValue(address.id());
  }

  @Test
  void applicationBalancerGetsTheDefaultGroupAndAnotherName() {
    StoredResource web =
        cloud.make(
            "made",
            LoadBalancers.LOAD_BALANCER,
            with(
                ValidInputs.LOAD_BALANCER,
                "loadBalancerType",
                "application",
                "internal",
                true,
                "securityGroups",
                NONE));
    StoredResource group =
        cloud.rig.create(
            DefaultSecurityGroups.DEFAULT_SECURITY_GROUP,
            "default",
            Map.of("vpcId", cloud.id("$vpc")));
    assertThat(web.outputs().texts("securityGroups")).containsExactly(group.id());
    assertThat(web.outputs().text("dnsName").orElseThrow())
        .matches("internal-made-[0-9a-f]{7}-[0-9]{10}\\.us-east-1\\.elb\\.amazonaws\\.com");
  }

  @Test
  void healthCheckDefaultsDependOnTheProtocol() {
    Props tcp =
        cloud
            .make(
                "tcp",
                TargetGroups.TARGET_GROUP,
                with(ValidInputs.TARGET_GROUP, "healthCheck", NONE))
            .outputs();
    assertThat(tcp.text("healthCheck.protocol")).hasValue("TCP");
    assertThat(tcp.whole("healthCheck.timeout")).hasValue(10L);
    assertThat(tcp.has("healthCheck.path")).isFalse();
    Props https =
        cloud
            .make(
                "https",
                TargetGroups.TARGET_GROUP,
                with(ValidInputs.TARGET_GROUP, "healthCheck", Map.of()))
            .outputs();
    assertThat(https.text("healthCheck.path")).hasValue("/");
    assertThat(https.text("healthCheck.matcher")).hasValue("200-399");
    assertThat(https.whole("healthCheck.timeout")).hasValue(6L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:ec2/route:Route | RouteAlreadyExists: The route identified by 0.0.0.0/0",
        "aws:ec2/routeTableAssociation:RouteTableAssociation | Resource.AlreadyAssociated",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule | InvalidPermission.Duplicate",
        "aws:lb/listener:Listener | DuplicateListener",
        "aws:route53/record:Record | InvalidChangeBatch: [Tried to create resource record set"
            + " [name='pcoip.example.com.', type='A'] but it already exists]",
        "aws:ec2/flowLog:FlowLog | FlowLogAlreadyExists",
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup | the default security group sg-",
      })
  void doublesAreRefused(String type, String expected) {
    base(type);
    assertThat(cloud.rig.upRefusals(type, "double", cloud.named(ValidInputs.of(type))))
        .singleElement()
        .asString()
        .startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:lb/loadBalancer:LoadBalancer, ELBv2 Load Balancer (fixed) already exists",
    "aws:lb/targetGroup:TargetGroup, ELBv2 Target Group (fixed) already exists",
    "aws:ec2/securityGroup:SecurityGroup, InvalidGroup.Duplicate: The security group 'fixed'",
    "aws:cloudwatch/logGroup:LogGroup, ResourceAlreadyExistsException",
    "aws:iam/role:Role, EntityAlreadyExists: Role with name fixed already exists.",
  })
  void namesAreUnique(String type, String expected) {
    Map<String, Object> inputs = cloud.named(with(ValidInputs.of(type), "name", "fixed"));
    cloud.rig.create(type, "one", inputs);
    assertThat(cloud.rig.upRefusals(type, "two", inputs))
        .singleElement()
        .asString()
        .startsWith(expected);
  }

  @Test
  void routesInsideAndBesideTheirTableAreOneSet() {
    StoredResource table = base(RouteTables.ROUTE_TABLE);
    assertThat(
            cloud.rig.upRefusals(
                Routes.ROUTE,
                "r",
                Map.of(
                    "routeTableId", table.id(),
                    "destinationCidrBlock", "192.0.2.0/24",
                    "gatewayId", cloud.id("$vpcGateway"))))
        .singleElement()
        .asString()
        .startsWith("RouteAlreadyExists");
  }

  @Test
  void rulesOfTwoDirectionsMayBeAlike() {
    base(SecurityGroupRules.INGRESS);
    assertThat(
            cloud.rig.upRefusals(SecurityGroupRules.EGRESS, "out", cloud.named(ValidInputs.RULE)))
        .isEmpty();
  }

  @Test
  void subnetsTakePartOfTheirVpcsGeneratedRange() {
    StoredResource vpc =
        cloud.make("six", Vpcs.VPC, with(ValidInputs.VPC, "assignGeneratedIpv6CidrBlock", true));
    String range = vpc.outputs().text("ipv6CidrBlock").orElseThrow();
    assertThat(range).matches("2001:db8:[0-9a-f]{4}:[0-9a-f]{2}00::/56");
    Map<String, Object> subnet =
        Map.of(
            "vpcId",
            vpc.id(),
            "cidrBlock",
            "10.9.1.0/24",
            "ipv6CidrBlock",
            range.replace("00::/56", "01::/64"));
    assertThat(cloud.rig.upRefusals(Subnets.SUBNET, "six", subnet)).isEmpty();
  }

  @Test
  void zonesAreFiltered() {
    String token = "aws:index/getAvailabilityZones:getAvailabilityZones";
    Map<String, Object> filter = Map.of("name", "zone-name", "values", List.of("us-east-1b"));
    Props answer = cloud.rig.invoke(token, Map.of("filters", List.of(filter)));
    assertThat(answer.texts("names")).containsExactly("us-east-1b");
    assertThat(answer.texts("zoneIds")).containsExactly("use1-az2");
    assertThat(cloud.rig.invoke(token, Map.of("state", "impaired")).texts("names")).isEmpty();
  }

  @Test
  void zoneMayBeGivenByItsId() {
    StoredResource made =
        cloud.make(
            "made",
            Subnets.SUBNET,
            with(ValidInputs.SUBNET, "availabilityZone", NONE, "availabilityZoneId", "use1-az2"));
    assertThat(made.outputs().text("availabilityZone")).hasValue("us-east-1b");
  }

  @Test
  void otherRegionsSeeNothing() {
    StoredResource made = base(LoadBalancers.LOAD_BALANCER);
    Rig oregon = cloud.rig.with(Map.of("region", "us-west-2"));
    assertThat(oregon.read(made)).isEmpty();
  }
}
