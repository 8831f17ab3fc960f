package anyware.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.Unknown;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VPCs, subnets, gateways, groups and rules refuse what AWS refuses, at the same step. */
final class VpcsAndSecurityGroupsTest {
  private static final String VPC = "aws:ec2/vpc:Vpc";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String GATEWAY = "aws:ec2/internetGateway:InternetGateway";
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final String RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

  @TempDir Path folder;
  private Rig virginia;

  @BeforeEach
  void open() {
    virginia =
        Rig.of(
            Aws.cloud(),
            Map.of(
                "region", "us-east-1", "defaultTags", "{\"tags\":{\"env\":\"test\",\"a\":\"0\"}}"),
            folder);
  }

  @AfterEach
  void close() {
    virginia.close();
  }

  private StoredResource vpc(String name) {
    return virginia.create(VPC, name, Map.of("cidrBlock", "10.0.0.0/16"));
  }

  private StoredResource group(String name, StoredResource vpc) {
    return virginia.create(GROUP, name, Map.of("vpcId", vpc.id()));
  }

  private static Map<String, Object> https(StoredResource group) {
    return Map.of(
        "securityGroupId",
        group.id(),
        "cidrIpv4",
        "0.0.0.0/0",
        "ipProtocol",
        "tcp",
        "fromPort",
        443,
        "toPort",
        443);
  }

  @Test
  void madeObjectsLookLikeAws() {
    StoredResource vpc =
        virginia.create(VPC, "main", Map.of("cidrBlock", "10.0.0.0/16", "tags", Map.of("a", "1")));
    assertThat(vpc.id()).matches("vpc-0[0-9a-f]{16}");
    assertThat(vpc.outputs().text("arn"))
        .hasValue("arn:aws:ec2:us-east-1:123456789012:vpc/" + vpc.id());
    assertThat(vpc.outputs().object("tagsAll").values()).isEqualTo(Map.of("a", "1", "env", "test"));
    StoredResource group = group("web", vpc);
    assertThat(group.inputs().text("name").orElseThrow()).matches("web-[0-9a-f]{7}");
    assertThat(group.inputs().text("description")).hasValue("Managed by Pulumi");
  }

  @Test
  void previewOfCreateKnowsInputsOnly() {
    var shown = virginia.preview(VPC, "main", Map.of("cidrBlock", "10.0.0.0/16"));
    assertThat(shown.values())
        .containsEntry("cidrBlock", "10.0.0.0/16")
        .containsEntry("arn", Unknown.VALUE)
        .containsEntry("defaultSecurityGroupId", Unknown.VALUE);
  }

  @Test
  void checkRefusesEveryWrongPropertyAtOnce() {
    assertThat(
            virginia.checkRefusals(
                VPC,
                "main",
                Map.of(
                    "cidrBlock",
                    "10.0.0.1/16",
                    "instanceTenancy",
                    "odd",
                    "cidr",
                    "x",
                    "enableDnsSupport",
                    "yes")))
        .containsExactlyInAnyOrder(
            "cidrBlock: \"10.0.0.1/16\" is not a valid IPv4 CIDR block",
            "instanceTenancy: expected instanceTenancy to be one of [default, dedicated], got odd",
            "cidr: unknown property 'cidr'",
            "enableDnsSupport: expected enableDnsSupport to be true or false, got yes");
    assertThat(virginia.checkRefusals(SUBNET, "s", Map.of()))
        .containsExactly("vpcId: missing required property 'vpcId'");
  }

  @Test
  void automaticGroupNameMayNotLookLikeAnId() {
    assertThat(virginia.checkRefusals(GROUP, "sg", Map.of()))
        .containsExactly("name: invalid value for name (cannot begin with sg-)");
  }

  @Test
  void ruleNeedsExactlyOnePeerAtCheck() {
    assertThat(
            virginia.checkRefusals(
                RULE, "r", Map.of("securityGroupId", Unknown.VALUE, "ipProtocol", "tcp")))
        .singleElement()
        .asString()
        .contains("Exactly one of these attributes must be configured");
    assertThat(
            virginia.checkRefusals(
                RULE,
                "r",
                Map.of(
                    "securityGroupId", Unknown.VALUE,
                    "ipProtocol", "tcp",
                    "referencedSecurityGroupId", Unknown.VALUE)))
        .isEmpty();
  }

  @Test
  void descriptionAlphabetIsRefusedAtUpOnly() {
    StoredResource vpc = vpc("main");
    assertThat(virginia.upRefusals(GROUP, "g", Map.of("vpcId", vpc.id(), "description", "a <b>")))
        .singleElement()
        .asString()
        .startsWith("description: InvalidParameterValue");
  }

  @Test
  void namesOfObjectsMustExistInTheRegion() {
    StoredResource vpc = vpc("main");
    String missing = "vpcId: InvalidVpcID.NotFound: The vpc ID '%s' does not exist";
    assertThat(
            virginia.upRefusals(SUBNET, "s", Map.of("vpcId", "vpc-1", "cidrBlock", "10.0.0.0/24")))
        .containsExactly(missing.formatted("vpc-1"));
    Rig ireland = virginia.with(Map.of("region", "eu-west-1"));
    assertThat(ireland.upRefusals(GROUP, "g", Map.of("vpcId", vpc.id())))
        .containsExactly(missing.formatted(vpc.id()));
    assertThat(ireland.read(vpc)).isEmpty();
  }

  @Test
  void subnetsLieInTheirVpcAndApart() {
    StoredResource vpc = vpc("main");
    virginia.create(SUBNET, "a", Map.of("vpcId", vpc.id(), "cidrBlock", "10.0.0.0/24"));
    assertThat(
            virginia.upRefusals(SUBNET, "b", Map.of("vpcId", vpc.id(), "cidrBlock", "10.1.0.0/24")))
        .containsExactly("cidrBlock: InvalidSubnet.Range: The CIDR '10.1.0.0/24' is invalid.");
    assertThat(
            virginia.upRefusals(SUBNET, "c", Map.of("vpcId", vpc.id(), "cidrBlock", "10.0.0.0/23")))
        .containsExactly(
            "cidrBlock: InvalidSubnet.Conflict: The CIDR '10.0.0.0/23' conflicts with another"
                + " subnet");
  }

  @Test
  void duplicatesAreRefused() {
    StoredResource vpc = vpc("main");
    StoredResource group = group("g", vpc);
    virginia.create(RULE, "one", https(group));
    assertThat(virginia.upRefusals(RULE, "two", https(group)))
        .singleElement()
        .asString()
        .startsWith("InvalidPermission.Duplicate");
    virginia.create(RULE, "three", https(group("h", vpc)));
    virginia.create(GATEWAY, "igw", Map.of("vpcId", vpc.id()));
    assertThat(virginia.upRefusals(GATEWAY, "igw2", Map.of("vpcId", vpc.id())))
        .singleElement()
        .asString()
        .contains("already has an internet gateway attached");
  }

  @Test
  void deleteIsRefusedWhileOthersDepend() {
    StoredResource vpc = vpc("main");
    StoredResource group = group("g", vpc);
    StoredResource rule = virginia.create(RULE, "r", https(group));
    assertThat(virginia.deleteRefusals(vpc))
        .containsExactly(
            "DependencyViolation: The vpc '%s' has dependencies and cannot be deleted."
                .formatted(vpc.id()));
    virginia.delete(group);
    assertThat(virginia.read(rule)).as("a group takes its rules along").isEmpty();
    assertThat(virginia.deleteRefusals(vpc)).isEmpty();
  }

  @Test
  void changesReplaceOrUpdateAsTheProviderDoes() {
    StoredResource vpc = vpc("main");
    assertThat(virginia.diff(vpc, Map.of("cidrBlock", "10.0.0.0/16"))).isEmpty();
    assertThat(virginia.diff(vpc, Map.of("cidrBlock", "10.1.0.0/16")))
        .containsExactly("UPDATE cidrBlock (replace)");
    StoredResource group = group("g", vpc);
    assertThat(virginia.diff(group, Map.of("vpcId", vpc.id(), "tags", Map.of("b", "1"))))
        .containsExactly("ADD tags", "ADD tagsAll.b");
  }

  @Test
  void zonesAreListedByRegion() {
    assertThat(
            virginia
                .invoke(
                    "aws:index/getAvailabilityZones:getAvailabilityZones",
                    Map.of("state", "available"))
                .texts("names"))
        .containsExactly("us-east-1a", "us-east-1b", "us-east-1c");
  }
}
