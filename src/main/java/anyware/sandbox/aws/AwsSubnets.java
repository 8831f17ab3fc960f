package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Rules.atMostOneOf;
import static anyware.sandbox.spec.Rules.refuse;
import static anyware.sandbox.spec.Rules.refuseIn;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import java.util.List;
import java.util.Optional;

/** Subnets. */
final class AwsSubnets {
  static final String SUBNET = "aws:ec2/subnet:Subnet";

  /** A reference to a subnet. */
  static final Reference A_SUBNET =
      Reference.to("InvalidSubnetID.NotFound: The subnet ID '{value}' does not exist", SUBNET);

  private AwsSubnets() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(subnet());
  }

  private static ResourceType subnet() {
    return ResourceType.named(
            SUBNET, "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html")
        .has(
            optional("assignIpv6AddressOnCreation", flag()).defaultsTo(false),
            optional("availabilityZone", text()).replaces().orComputed(AwsSubnets::zone),
            optional("availabilityZoneId", text()).replaces().orComputed(AwsSubnets::zoneId),
            optional("cidrBlock", AwsNetwork.CIDR4).replaces(),
            optional("customerOwnedIpv4Pool", text()),
            optional("enableDns64", flag()).defaultsTo(false),
            optional("enableLniAtDeviceIndex", whole()),
            optional("enableResourceNameDnsARecordOnLaunch", flag()).defaultsTo(false),
            optional("enableResourceNameDnsAaaaRecordOnLaunch", flag()).defaultsTo(false),
            optional("ipv6CidrBlock", AwsNetwork.CIDR6),
            optional("ipv6Native", flag()).replaces().defaultsTo(false),
            optional("mapCustomerOwnedIpOnLaunch", flag()),
            optional("mapPublicIpOnLaunch", flag()).defaultsTo(false),
            optional("outpostArn", text()).replaces(),
            optional("privateDnsHostnameTypeOnLaunch", text().oneOf("ip-name", "resource-name"))
                .orComputed((at, around) -> "ip-name"),
            required("vpcId", AwsNetwork.VPC_ID).replaces())
        .has(AwsTags.properties())
        .has(
            computed("arn", AwsNames.ec2Arn("subnet")),
            computed(
                "ipv6CidrBlockAssociationId",
                (at, around) ->
                    at.inputs().has("ipv6CidrBlock")
                        ? AwsNames.fresh(at, "subnet-cidr-assoc")
                        : ""),
            computed("ownerId", (at, around) -> AwsNames.ACCOUNT))
        .idIs(AwsNames.id("subnet"))
        .knownBy("arn")
        .completedBy(AwsTags::merged)
        .rule(
            atMostOneOf(
                "\"availabilityZoneId\": conflicts with availabilityZone",
                "availabilityZoneId",
                "availabilityZone"),
            refuse(
                    "cidrBlock",
                    "MissingParameter: The request must contain the parameter cidrBlock",
                    subnet -> !subnet.has("cidrBlock") && !subnet.isTrue("ipv6Native"))
                .at(Step.UP),
            refuseIn(
                    "availabilityZoneId",
                    "InvalidParameterValue: Value ({availabilityZoneId}) for parameter"
                        + " availabilityZoneId is invalid.",
                    AwsSubnets::strangeZoneId)
                .at(Step.UP),
            refuseIn(
                    "ipv6CidrBlock",
                    "InvalidSubnet.Range: The CIDR '{ipv6CidrBlock}' is invalid.",
                    AwsSubnets::outsideVpcV6)
                .at(Step.UP),
            refuseIn(
                    "availabilityZone",
                    "InvalidParameterValue: Value ({availabilityZone}) for parameter"
                        + " availabilityZone is invalid.",
                    AwsSubnets::strangeZone)
                .at(Step.UP),
            refuseIn(
                    "cidrBlock",
                    "InvalidSubnet.Range: The CIDR '{cidrBlock}' is invalid.",
                    AwsSubnets::outsideVpc)
                .at(Step.UP),
            refuseIn(
                    "cidrBlock",
                    "InvalidSubnet.Conflict: The CIDR '{cidrBlock}' conflicts with another subnet",
                    AwsSubnets::overlapsNeighbour)
                .at(Step.UP))
        .inUse("DependencyViolation: The subnet '{id}' has dependencies and cannot be deleted.")
        .gone("InvalidSubnetID.NotFound: The subnet ID '{id}' does not exist")
        .build();
  }

  private static String zone(Situation at, Props subnet) {
    List<String> zones = AwsZones.names(AwsNames.region(at));
    return zones.stream()
        .filter(zone -> AwsZones.id(zone).equals(subnet.text("availabilityZoneId", "")))
        .findFirst()
        .orElse(zones.get(0));
  }

  private static String zoneId(Situation at, Props subnet) {
    return AwsZones.id(subnet.text("availabilityZone").orElseGet(() -> zone(at, subnet)));
  }

  private static boolean strangeZoneId(Situation at) {
    List<String> known = AwsZones.names(AwsNames.region(at)).stream().map(AwsZones::id).toList();
    return at.inputs().text("availabilityZoneId").filter(id -> !known.contains(id)).isPresent();
  }

  /** IPv6 subnets are of length 64 and lie in the VPC's own range. */
  private static boolean outsideVpcV6(Situation at) {
    Optional<Range> network =
        at.find(AwsNetwork.VPC, at.inputs().text("vpcId", ""))
            .flatMap(vpc -> vpc.outputs().text("ipv6CidrBlock"))
            .flatMap(Range::of);
    return at.inputs()
        .text("ipv6CidrBlock")
        .flatMap(Range::of)
        .filter(own -> own.prefix() != 64 || network.filter(net -> net.contains(own)).isEmpty())
        .isPresent();
  }

  private static boolean strangeZone(Situation at) {
    return at.inputs()
        .text("availabilityZone")
        .filter(zone -> !AwsZones.names(AwsNames.region(at)).contains(zone))
        .isPresent();
  }

  private static boolean outsideVpc(Situation at) {
    Optional<Range> network =
        at.find(AwsNetwork.VPC, at.inputs().text("vpcId", ""))
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
}
