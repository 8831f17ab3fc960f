package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Rules.atMostOneOf;
import static anyware.sandbox.spec.Rules.exactlyOneOf;
import static anyware.sandbox.spec.Rules.refuse;
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
import org.jspecify.annotations.Nullable;

/** VPCs and internet gateways. */
final class AwsNetwork {
  static final String VPC = "aws:ec2/vpc:Vpc";
  static final String GATEWAY = "aws:ec2/internetGateway:InternetGateway";

  /** A text that names a VPC. */
  static final Shape VPC_ID =
      text()
          .naming(Reference.to("InvalidVpcID.NotFound: The vpc ID '{value}' does not exist", VPC));

  /** A reference to an internet gateway. */
  static final Reference A_GATEWAY =
      Reference.to("InvalidGatewayID.NotFound: The gateway ID '{value}' does not exist", GATEWAY);

  /** An IPv4 range without host bits. */
  static final Shape CIDR4 =
      text().where("\"{value}\" is not a valid IPv4 CIDR block", Range::isExactV4);

  /** An IPv6 range without host bits. */
  static final Shape CIDR6 =
      text().where("\"{value}\" is not a valid IPv6 CIDR block", Range::isExactV6);

  /** The offline cloud has no pools to take a range from. */
  private static final Shape POOL =
      text()
          .naming(
              Reference.to("InvalidIpamPoolId.NotFound: The ipam-pool ID '{value}' does not exist")
                  .loose());

  private AwsNetwork() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(vpc(), gateway());
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
            optional("ipv4IpamPoolId", POOL).replaces(),
            optional("ipv4NetmaskLength", whole().between(0, 32)).replaces(),
            optional("ipv6CidrBlock", CIDR6).orComputed(AwsNetwork::rangeV6),
            optional("ipv6CidrBlockNetworkBorderGroup", text()),
            optional("ipv6IpamPoolId", POOL),
            optional(
                "ipv6NetmaskLength",
                whole()
                    .where(
                        "expected {property} to be one of [44 48 52 56 60], got {value}",
                        List.of(44.0, 48.0, 52.0, 56.0, 60.0)::contains)))
        .has(AwsTags.properties())
        .has(
            computed("arn", AwsNames.ec2Arn("vpc")),
            computed("defaultNetworkAclId", (at, around) -> AwsNames.fresh(at, "acl")),
            computed("defaultRouteTableId", (at, around) -> AwsNames.fresh(at, "rtb")),
            computed("defaultSecurityGroupId", (at, around) -> AwsNames.fresh(at, "sg")),
            computed("dhcpOptionsId", (at, around) -> AwsNames.fresh(at, "dopt")),
            computed(
                "ipv6AssociationId",
                (at, around) ->
                    rangeV6(at, around) == null ? "" : AwsNames.fresh(at, "vpc-cidr-assoc")),
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
            atMostOneOf(
                "\"cidrBlock\": conflicts with ipv4NetmaskLength",
                "cidrBlock",
                "ipv4NetmaskLength"),
            refuse(
                "ipv4NetmaskLength",
                "\"ipv4NetmaskLength\": all of `ipv4IpamPoolId,ipv4NetmaskLength` must be specified",
                vpc -> vpc.has("ipv4NetmaskLength") && !vpc.has("ipv4IpamPoolId")),
            refuse(
                "ipv6CidrBlock",
                "\"ipv6CidrBlock\": all of `ipv6CidrBlock,ipv6IpamPoolId` must be specified",
                vpc -> vpc.has("ipv6CidrBlock") && !vpc.has("ipv6IpamPoolId")),
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

  /** The range that Amazon gives, here out of the documentation's. */
  private static @Nullable Object rangeV6(Situation at, Props vpc) {
    return vpc.isTrue("assignGeneratedIpv6CidrBlock")
        ? "2001:db8:" + at.hex("ipv6", 4) + ":" + at.hex("ipv6-part", 2) + "00::/56"
        : null;
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
