package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Rules.atMostOneOf;
import static anyware.sandbox.spec.Rules.exactlyOneOf;
import static anyware.sandbox.spec.Rules.refuseIn;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** VPCs, internet gateways, subnets. */
final class AwsNetwork {
  static final String VPC = "aws:ec2/vpc:Vpc";
  static final String SUBNET = "aws:ec2/subnet:Subnet";
  static final String GATEWAY = "aws:ec2/internetGateway:InternetGateway";

  /** A text that names a VPC. */
  static final Shape VPC_ID =
      text()
          .naming(Reference.to("InvalidVpcID.NotFound: The vpc ID '{value}' does not exist", VPC));

  /** A reference to a subnet. */
  static final Reference A_SUBNET =
      Reference.to("InvalidSubnetID.NotFound: The subnet ID '{value}' does not exist", SUBNET);

  /** A reference to an internet gateway. */
  static final Reference A_GATEWAY =
      Reference.to("InvalidGatewayID.NotFound: The gateway ID '{value}' does not exist", GATEWAY);

  /** An IPv4 range without host bits. */
  static final Shape CIDR4 =
      text().where("\"{value}\" is not a valid IPv4 CIDR block", Range::isExactV4);

  /** An IPv6 range without host bits. */
  static final Shape CIDR6 =
      text().where("\"{value}\" is not a valid IPv6 CIDR block", Range::isExactV6);

  private AwsNetwork() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(vpc(), gateway(), subnet());
  }

  private static ResourceType vpc() {
    return ResourceType.named(
            VPC, "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html")
        .has(
            optional("assignGeneratedIpv6CidrBlock", flag()),
            optional("cidrBlock", CIDR4.where(size(16, 28), sized(16, 28))).replaces(),
            optional("enableDnsHostnames", flag()).orComputed((at, around) -> false),
            optional("enableDnsSupport", flag()).defaultsTo(true),
            optional("enableNetworkAddressUsageMetrics", flag()).orComputed((at, around) -> false),
            optional("instanceTenancy", text().oneOf("default", "dedicated")).defaultsTo("default"),
            optional("ipv4IpamPoolId", text()).replaces(),
            optional("ipv4NetmaskLength", whole().between(0, 32)).replaces(),
            optional("ipv6CidrBlock", CIDR6),
            optional("ipv6CidrBlockNetworkBorderGroup", text()),
            optional("ipv6IpamPoolId", text()),
            optional("ipv6NetmaskLength", whole().between(44, 60)))
        .has(AwsTags.properties())
        .has(
            computed("arn", AwsNames.ec2Arn("vpc")),
            computed("defaultNetworkAclId", (at, around) -> AwsNames.fresh(at, "acl")),
            computed("defaultRouteTableId", (at, around) -> AwsNames.fresh(at, "rtb")),
            computed("defaultSecurityGroupId", (at, around) -> AwsNames.fresh(at, "sg")),
            computed("dhcpOptionsId", (at, around) -> AwsNames.fresh(at, "dopt")),
            computed("mainRouteTableId", (at, around) -> AwsNames.fresh(at, "rtb")),
            computed("ownerId", (at, around) -> AwsNames.ACCOUNT))
        .idIs(AwsNames.id("vpc"))
        .knownBy("arn")
        .part(
            AwsGroups.GROUP,
            stored -> stored.outputs().text("defaultSecurityGroupId").stream().toList())
        .part(
            AwsRouting.TABLE, stored -> stored.outputs().text("mainRouteTableId").stream().toList())
        .completedBy(AwsTags::merged)
        .rule(
            atMostOneOf(
                "\"assignGeneratedIpv6CidrBlock\": conflicts with ipv6IpamPoolId",
                "assignGeneratedIpv6CidrBlock",
                "ipv6IpamPoolId"),
            exactlyOneOf(
                    "MissingParameter: Either 'cidrBlock' or 'ipv4IpamPoolId' must be provided",
                    "cidrBlock",
                    "ipv4IpamPoolId")
                .at(Step.UP))
        .inUse("DependencyViolation: The vpc '{id}' has dependencies and cannot be deleted.")
        .gone("InvalidVpcID.NotFound: The vpc ID '{id}' does not exist")
        .build();
  }

  private static ResourceType gateway() {
    return ResourceType.named(
            GATEWAY,
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html")
        .has(optional("vpcId", VPC_ID))
        .has(AwsTags.properties())
        .has(
            computed("arn", AwsNames.ec2Arn("internet-gateway")),
            computed("ownerId", (at, around) -> AwsNames.ACCOUNT))
        .idIs(AwsNames.id("igw"))
        .completedBy(AwsTags::merged)
        .unique(
            "InvalidParameterValue: Network {vpcId} already has an internet gateway attached",
            "vpcId")
        .rule(
            refuseIn(
                    "",
                    "DependencyViolation: Network {vpcId} has some mapped public address(es)."
                        + " Please unmap those public address(es) before detaching the gateway.",
                    AwsNetwork::servesBalancer)
                .at(Step.DELETE))
        .inUse(
            "DependencyViolation: The internetGateway '{id}' has dependencies and cannot be"
                + " deleted.")
        .gone("InvalidInternetGatewayID.NotFound: The internetGateway ID '{id}' does not exist")
        .build();
  }

  private static ResourceType subnet() {
    return ResourceType.named(
            SUBNET, "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html")
        .has(
            optional("assignIpv6AddressOnCreation", flag()).defaultsTo(false),
            optional("availabilityZone", text())
                .replaces()
                .orComputed((at, around) -> AwsZones.names(AwsNames.region(at)).get(0)),
            optional("availabilityZoneId", text()).replaces().orComputed(AwsNetwork::zoneId),
            optional("cidrBlock", CIDR4).replaces(),
            optional("customerOwnedIpv4Pool", text()),
            optional("enableDns64", flag()).defaultsTo(false),
            optional("enableLniAtDeviceIndex", whole()),
            optional("enableResourceNameDnsARecordOnLaunch", flag()).defaultsTo(false),
            optional("enableResourceNameDnsAaaaRecordOnLaunch", flag()).defaultsTo(false),
            optional("ipv6CidrBlock", CIDR6),
            optional("ipv6Native", flag()).replaces().defaultsTo(false),
            optional("mapCustomerOwnedIpOnLaunch", flag()),
            optional("mapPublicIpOnLaunch", flag()).defaultsTo(false),
            optional("outpostArn", text()).replaces(),
            optional("privateDnsHostnameTypeOnLaunch", text().oneOf("ip-name", "resource-name"))
                .orComputed((at, around) -> "ip-name"),
            required("vpcId", VPC_ID).replaces())
        .has(AwsTags.properties())
        .has(
            computed("arn", AwsNames.ec2Arn("subnet")),
            computed("ownerId", (at, around) -> AwsNames.ACCOUNT))
        .idIs(AwsNames.id("subnet"))
        .knownBy("arn")
        .completedBy(AwsTags::merged)
        .rule(
            refuseIn(
                    "availabilityZone",
                    "InvalidParameterValue: Value ({availabilityZone}) for parameter"
                        + " availabilityZone is invalid.",
                    AwsNetwork::strangeZone)
                .at(Step.UP),
            refuseIn(
                    "cidrBlock",
                    "InvalidSubnet.Range: The CIDR '{cidrBlock}' is invalid.",
                    AwsNetwork::outsideVpc)
                .at(Step.UP),
            refuseIn(
                    "cidrBlock",
                    "InvalidSubnet.Conflict: The CIDR '{cidrBlock}' conflicts with another subnet",
                    AwsNetwork::overlapsNeighbour)
                .at(Step.UP))
        .inUse("DependencyViolation: The subnet '{id}' has dependencies and cannot be deleted.")
        .gone("InvalidSubnetID.NotFound: The subnet ID '{id}' does not exist")
        .build();
  }

  private static boolean servesBalancer(Situation at) {
    String vpc = at.inputs().text("vpcId", "");
    return at.all(AwsBalancers.BALANCER).stream()
        .anyMatch(balancer -> AwsBalancerRules.isPublicIn(balancer, vpc));
  }

  /**
   * The VPC in which an object lies.
   *
   * @param stored an object, or a VPC for a part of itself
   * @return the VPC's id
   */
  static Optional<String> vpcOf(Stored stored) {
    return stored.type().equals(VPC) ? Optional.of(stored.id()) : stored.outputs().text("vpcId");
  }

  private static String zoneId(Situation at, Props around) {
    String zone = around.text("availabilityZone", AwsZones.names(AwsNames.region(at)).get(0));
    return AwsZones.id(zone);
  }

  private static boolean strangeZone(Situation at) {
    return at.inputs()
        .text("availabilityZone")
        .filter(zone -> !AwsZones.names(AwsNames.region(at)).contains(zone))
        .isPresent();
  }

  private static boolean outsideVpc(Situation at) {
    Optional<Range> network =
        at.find(VPC, at.inputs().text("vpcId", ""))
            .flatMap(vpc -> vpc.inputs().text("cidrBlock"))
            .flatMap(Range::of);
    Optional<Range> own = at.inputs().text("cidrBlock").flatMap(Range::of);
    return network.isPresent()
        && own.isPresent()
        && (!network.get().contains(own.get()) || own.get().prefix() > 28);
  }

  private static boolean overlapsNeighbour(Situation at) {
    Optional<Range> own = at.inputs().text("cidrBlock").flatMap(Range::of);
    return at.all(SUBNET).stream()
        .filter(other -> other.inputs().text("vpcId").equals(at.inputs().text("vpcId")))
        .filter(other -> at.old().map(Stored::id).filter(other.id()::equals).isEmpty())
        .flatMap(other -> other.inputs().text("cidrBlock").flatMap(Range::of).stream())
        .anyMatch(other -> own.filter(other::overlaps).isPresent());
  }

  private static String size(int least, int most) {
    return "expected {property} to contain a network Value with between "
        + least
        + " and "
        + most
        + " significant bits, got: {value}";
  }

  private static Predicate<Object> sized(int least, int most) {
    return value ->
        value instanceof String text
            && Range.of(text)
                .filter(range -> range.prefix() >= least && range.prefix() <= most)
                .isPresent();
  }
}
