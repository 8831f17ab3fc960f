package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.atMostOneOf;
import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Virtual private clouds. */
final class Vpcs {
  static final String VPC = "aws:ec2/vpc:Vpc";

  /** A text that names a VPC. */
  static final Shape VPC_ID =
      text()
          .naming(Reference.to("InvalidVpcID.NotFound: The vpc ID '{value}' does not exist", VPC));

  /** The offline cloud has no pools to take a range from. */
  private static final Shape POOL =
      text()
          .naming(
              Reference.to("InvalidIpamPoolId.NotFound: The ipam-pool ID '{value}' does not exist")
                  .loose());

  private Vpcs() {}

  static List<ResourceType> types() {
    return List.of(vpc());
  }

  private static ResourceType vpc() {
    return ResourceType.named(
            VPC, "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html")
        .has(
            optional("assignGeneratedIpv6CidrBlock", flag()),
            optional("cidrBlock", CidrBlocks.IPV4.where(size(16, 28), sized(16, 28))).replaces(),
            optional("enableDnsHostnames", flag()).orComputed((request, enclosing) -> false),
            optional("enableDnsSupport", flag()).defaultsTo(true),
            optional("enableNetworkAddressUsageMetrics", flag())
                .orComputed((request, enclosing) -> false),
            optional("instanceTenancy", text().oneOf("default", "dedicated")).defaultsTo("default"),
            optional("ipv4IpamPoolId", POOL).replaces(),
            optional("ipv4NetmaskLength", whole().between(0, 32)).replaces(),
            optional("ipv6CidrBlock", CidrBlocks.IPV6).orComputed(Vpcs::rangeV6),
            optional("ipv6CidrBlockNetworkBorderGroup", text()),
            optional("ipv6IpamPoolId", POOL),
            optional(
                "ipv6NetmaskLength",
                whole()
                    .where(
                        "expected {property} to be one of [44 48 52 56 60], got {value}",
                        List.of(44.0, 48.0, 52.0, 56.0, 60.0)::contains)))
        .has(Tags.properties())
        .has(
            computed("arn", Identifiers.ec2Arn("vpc")),
            computed(
                "defaultNetworkAclId", (request, enclosing) -> Identifiers.fresh(request, "acl")),
            computed(
                "defaultRouteTableId", (request, enclosing) -> Identifiers.fresh(request, "rtb")),
            computed(
                "defaultSecurityGroupId", (request, enclosing) -> Identifiers.fresh(request, "sg")),
            computed("dhcpOptionsId", (request, enclosing) -> Identifiers.fresh(request, "dopt")),
            computed(
                "ipv6AssociationId",
                (request, enclosing) ->
                    rangeV6(request, enclosing) == null
                        ? ""
                        : Identifiers.fresh(request, "vpc-cidr-assoc")),
            computed("mainRouteTableId", (request, enclosing) -> Identifiers.fresh(request, "rtb")),
            computed("ownerId", (request, enclosing) -> Identifiers.ACCOUNT))
        .idIs(Identifiers.id("vpc"))
        .knownBy("arn")
        .part(
            SecurityGroups.SECURITY_GROUP,
            stored -> stored.outputs().text("defaultSecurityGroupId").stream().toList())
        .part(
            RouteTables.ROUTE_TABLE,
            stored -> stored.outputs().text("mainRouteTableId").stream().toList())
        .completedBy(Tags::merged)
        .constraint(
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
                "\"ipv4NetmaskLength\": all of `ipv4IpamPoolId,ipv4NetmaskLength` must be"
                    + " specified",
                vpc -> vpc.has("ipv4NetmaskLength") && !vpc.has("ipv4IpamPoolId")),
            refuse(
                "ipv6CidrBlock",
                "\"ipv6CidrBlock\": all of `ipv6CidrBlock,ipv6IpamPoolId` must be specified",
                vpc -> vpc.has("ipv6CidrBlock") && !vpc.has("ipv6IpamPoolId")),
            exactlyOneOf(
                    "MissingParameter: Either 'cidrBlock' or 'ipv4IpamPoolId' must be provided",
                    "cidrBlock",
                    "ipv4IpamPoolId")
                .at(Step.UP),
            refuseFor("assignGeneratedIpv6CidrBlock", Ipv6Blocks::isTakenFromSubnets).at(Step.UP))
        .inUse("DependencyViolation: The vpc '{id}' has dependencies and cannot be deleted.")
        .gone("InvalidVpcID.NotFound: The vpc ID '{id}' does not exist")
        .build();
  }

  /** The range that Amazon gives, here out of the documentation's. */
  private static @Nullable Object rangeV6(RequestContext request, Props vpc) {
    return vpc.isTrue("assignGeneratedIpv6CidrBlock") ? Ipv6Blocks.generated(request) : null;
  }

  /**
   * The VPC in which an object lies.
   *
   * @param stored an object, or a VPC for a part of itself
   * @return the VPC's id
   */
  static Optional<String> vpcOf(StoredResource stored) {
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
            && CidrBlock.of(text)
                .filter(range -> range.prefix() >= least && range.prefix() <= most)
                .isPresent();
  }
}
