package anyware.sandbox.aws;

import static anyware.sandbox.aws.AwsWorld.NONE;
import static anyware.sandbox.aws.AwsWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Stored;
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
final class AwsObjectsTest {
  @TempDir Path folder;
  private AwsWorld world;

  @BeforeEach
  void open() {
    world = new AwsWorld(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<String> types() {
    return Aws.cloud().types().keySet().stream().sorted();
  }

  private Stored base(String type) {
    return world.make("made", type, AwsBases.of(type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void acceptedInputsMakeAnObjectThatNeedsNoChange(String type) {
    Map<String, Object> inputs = world.named(AwsBases.of(type));
    Stored made = base(type);
    assertThat(world.rig.diff(made, inputs)).isEmpty();
    assertThat(world.rig.read(made)).hasValue(made);
    assertThat(made.outputs().values().values()).doesNotContain(Unknown.VALUE);
    assertThat(world.rig.update(made, inputs).outputs()).isEqualTo(made.outputs());
    assertThat(world.rig.deleteRefusals(made)).isEmpty();
    assertThat(world.rig.read(made)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:ec2/routeTable:RouteTable | rtb-0[0-9a-f]{16}",
        "aws:ec2/route:Route | r-rtb-0[0-9a-f]{16}[0-9]+",
        "aws:ec2/routeTableAssociation:RouteTableAssociation | rtbassoc-0[0-9a-f]{16}",
        "aws:ec2/eip:Eip | eipalloc-0[0-9a-f]{16}",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule | sgr-0[0-9a-f]{16}",
        "aws:lb/loadBalancer:LoadBalancer | arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/made-[0-9a-f]{7}/[0-9a-f]{16}",
        "aws:lb/targetGroup:TargetGroup | arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/made-[0-9a-f]{7}/[0-9a-f]{16}",
        "aws:lb/listener:Listener | arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/net/balancer-[0-9a-f]{7}/[0-9a-f]{16}/[0-9a-f]{16}",
      })
  void idsLookLikeAws(String type, String pattern) {
    assertThat(base(type).id()).matches(pattern);
  }

  @Test
  void computedOutputsLookLikeAws() {
    Props balancer = base(AwsBalancers.BALANCER).outputs();
    assertThat(balancer.text("dnsName").orElseThrow())
        .matches("made-[0-9a-f]{7}-[0-9a-f]{16}\\.elb\\.us-east-1\\.amazonaws\\.com");
    assertThat(balancer.text("vpcId")).hasValue(world.id("$vpc"));
    assertThat(balancer.objects("subnetMappings")).hasSize(2);
    Stored address = base(AwsAddresses.ADDRESS);
    String ip = address.outputs().text("publicIp").orElseThrow();
    assertThat(ip).matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.[0-9]+");
    assertThat(address.outputs().text("publicDns"))
        .hasValue("ec2-" + ip.replace('.', '-') + ".compute-1.amazonaws.com");
    assertThat(address.outputs().text("allocationId")).hasValue(address.id());
  }

  @Test
  void applicationBalancerGetsTheDefaultGroupAndAnotherName() {
    Stored web =
        world.make(
            "made",
            AwsBalancers.BALANCER,
            with(
                AwsBases.BALANCER,
                "loadBalancerType",
                "application",
                "internal",
                true,
                "securityGroups",
                NONE));
    Stored group =
        world.rig.create(
            AwsDefaultGroup.DEFAULT_GROUP, "default", Map.of("vpcId", world.id("$vpc")));
    assertThat(web.outputs().texts("securityGroups")).containsExactly(group.id());
    assertThat(web.outputs().text("dnsName").orElseThrow())
        .matches("internal-made-[0-9a-f]{7}-[0-9]{10}\\.us-east-1\\.elb\\.amazonaws\\.com");
  }

  @Test
  void healthCheckDefaultsDependOnTheProtocol() {
    Props tcp =
        world
            .make("tcp", AwsTargetGroups.TARGETS, with(AwsBases.TARGETS, "healthCheck", NONE))
            .outputs();
    assertThat(tcp.text("healthCheck.protocol")).hasValue("TCP");
    assertThat(tcp.whole("healthCheck.timeout")).hasValue(10L);
    assertThat(tcp.has("healthCheck.path")).isFalse();
    Props https =
        world
            .make("https", AwsTargetGroups.TARGETS, with(AwsBases.TARGETS, "healthCheck", Map.of()))
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
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup | the default security group sg-",
      })
  void doublesAreRefused(String type, String expected) {
    base(type);
    assertThat(world.rig.upRefusals(type, "double", world.named(AwsBases.of(type))))
        .singleElement()
        .asString()
        .startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:lb/loadBalancer:LoadBalancer, ELBv2 Load Balancer (fixed) already exists",
    "aws:lb/targetGroup:TargetGroup, ELBv2 Target Group (fixed) already exists",
    "aws:ec2/securityGroup:SecurityGroup, InvalidGroup.Duplicate: The security group 'fixed'",
  })
  void namesAreUnique(String type, String expected) {
    Map<String, Object> inputs = world.named(with(AwsBases.of(type), "name", "fixed"));
    world.rig.create(type, "one", inputs);
    assertThat(world.rig.upRefusals(type, "two", inputs))
        .singleElement()
        .asString()
        .startsWith(expected);
  }

  @Test
  void routesInsideAndBesideTheirTableAreOneSet() {
    Stored table = base(AwsRouting.TABLE);
    assertThat(
            world.rig.upRefusals(
                AwsRoutes.ROUTE,
                "r",
                Map.of(
                    "routeTableId", table.id(),
                    "destinationCidrBlock", "192.0.2.0/24",
                    "gatewayId", world.id("$vpcGateway"))))
        .singleElement()
        .asString()
        .startsWith("RouteAlreadyExists");
  }

  @Test
  void rulesOfTwoDirectionsMayBeAlike() {
    base(AwsRules.INGRESS);
    assertThat(world.rig.upRefusals(AwsRules.EGRESS, "out", world.named(AwsBases.RULE))).isEmpty();
  }

  @Test
  void subnetsTakePartOfTheirVpcsGeneratedRange() {
    Stored vpc =
        world.make("six", AwsNetwork.VPC, with(AwsBases.VPC, "assignGeneratedIpv6CidrBlock", true));
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
    assertThat(world.rig.upRefusals(AwsSubnets.SUBNET, "six", subnet)).isEmpty();
  }

  @Test
  void zonesAreFiltered() {
    String token = "aws:index/getAvailabilityZones:getAvailabilityZones";
    Map<String, Object> filter = Map.of("name", "zone-name", "values", List.of("us-east-1b"));
    Props answer = world.rig.invoke(token, Map.of("filters", List.of(filter)));
    assertThat(answer.texts("names")).containsExactly("us-east-1b");
    assertThat(answer.texts("zoneIds")).containsExactly("use1-az2");
    assertThat(world.rig.invoke(token, Map.of("state", "impaired")).texts("names")).isEmpty();
  }

  @Test
  void zoneMayBeGivenByItsId() {
    Stored made =
        world.make(
            "made",
            AwsSubnets.SUBNET,
            with(AwsBases.SUBNET, "availabilityZone", NONE, "availabilityZoneId", "use1-az2"));
    assertThat(made.outputs().text("availabilityZone")).hasValue("us-east-1b");
  }

  @Test
  void otherRegionsSeeNothing() {
    Stored made = base(AwsBalancers.BALANCER);
    Rig oregon = world.rig.with(Map.of("region", "us-west-2"));
    assertThat(oregon.read(made)).isEmpty();
  }
}
