package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.atMostOneOf;
import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;

/** Subnets. */
final class Subnets {
  static final String SUBNET = "aws:ec2/subnet:Subnet";

  /** A reference to a subnet. */
  static final Reference A_SUBNET =
      Reference.to("InvalidSubnetID.NotFound: The subnet ID '{value}' does not exist", SUBNET);

  private Subnets() {}

  static List<ResourceType> types() {
    return List.of(subnet());
  }

  private static ResourceType subnet() {
    return ResourceType.named(
            SUBNET, "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html")
        .has(
            optional("assignIpv6AddressOnCreation", flag()).defaultsTo(false),
            optional("availabilityZone", text()).replaces().orComputed(Subnets::zone),
            optional("availabilityZoneId", text()).replaces().orComputed(Subnets::zoneId),
            optional("cidrBlock", CidrBlocks.IPV4).replaces(),
            optional("customerOwnedIpv4Pool", text()),
            optional("enableDns64", flag()).defaultsTo(false),
            optional("enableLniAtDeviceIndex", whole()),
            optional("enableResourceNameDnsARecordOnLaunch", flag()).defaultsTo(false),
            optional("enableResourceNameDnsAaaaRecordOnLaunch", flag()).defaultsTo(false),
            optional("ipv6CidrBlock", CidrBlocks.IPV6),
            optional("ipv6Native", flag()).replaces().defaultsTo(false),
            optional("mapCustomerOwnedIpOnLaunch", flag()),
            optional("mapPublicIpOnLaunch", flag()).defaultsTo(false),
            optional("outpostArn", text()).replaces(),
            optional("privateDnsHostnameTypeOnLaunch", text().oneOf("ip-name", "resource-name"))
                .orComputed((request, enclosing) -> "ip-name"),
            required("vpcId", Vpcs.VPC_ID).replaces())
        .has(Tags.properties())
        .has(
            computed("arn", Identifiers.ec2Arn("subnet")),
            computed(
                "ipv6CidrBlockAssociationId",
                (request, enclosing) ->
                    request.inputs().has("ipv6CidrBlock")
                        ? Identifiers.fresh(request, "subnet-cidr-assoc")
                        : ""),
            computed("ownerId", (request, enclosing) -> Identifiers.ACCOUNT))
        .idIs(Identifiers.id("subnet"))
        .knownBy("arn")
        .completedBy(Tags::merged)
        .constraint(
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
                    Subnets::strangeZoneId)
                .at(Step.UP),
            refuseIn(
                    "ipv6CidrBlock",
                    "InvalidSubnet.Range: The CIDR '{ipv6CidrBlock}' is invalid.",
                    Ipv6Blocks::isOutsideVpc)
                .at(Step.UP),
            refuseIn(
                    "ipv6CidrBlock",
                    "InvalidSubnet.Conflict: The CIDR '{ipv6CidrBlock}' conflicts with another"
                        + " subnet",
                    Ipv6Blocks::isNeighbours)
                .at(Step.UP),
            refuseFor("ipv6CidrBlock", Ipv6Blocks::isTakenFromBalancers).at(Step.UP),
            refuse(
                    "assignIpv6AddressOnCreation",
                    "InvalidParameterValue: Invalid value 'true' for"
                        + " assign-ipv6-address-on-creation. Cannot set"
                        + " assign-ipv6-address-on-creation to true unless the subnet has an IPv6"
                        + " CIDR block associated with it.",
                    subnet ->
                        subnet.isTrue("assignIpv6AddressOnCreation")
                            && !subnet.has("ipv6CidrBlock"))
                .at(Step.UP),
            refuseIn(
                    "availabilityZone",
                    "InvalidParameterValue: Value ({availabilityZone}) for parameter"
                        + " availabilityZone is invalid.",
                    Subnets::strangeZone)
                .at(Step.UP),
            refuseIn(
                    "cidrBlock",
                    "InvalidSubnet.Range: The CIDR '{cidrBlock}' is invalid.",
                    Subnets::outsideVpc)
                .at(Step.UP),
            refuseIn(
                    "cidrBlock",
                    "InvalidSubnet.Conflict: The CIDR '{cidrBlock}' conflicts with another subnet",
                    Subnets::overlapsNeighbour)
                .at(Step.UP))
        .replacedOn("ipv6CidrBlock", (old, now) -> old.isTrue("assignIpv6AddressOnCreation"))
        .inUse("DependencyViolation: The subnet '{id}' has dependencies and cannot be deleted.")
        .gone("InvalidSubnetID.NotFound: The subnet ID '{id}' does not exist")
        .build();
  }

  private static String zone(RequestContext request, Props subnet) {
    List<String> zones = AvailabilityZones.names(Identifiers.region(request));
    return zones.stream()
        .filter(zone -> AvailabilityZones.id(zone).equals(subnet.text("availabilityZoneId", "")))
        .findFirst()
        .orElse(zones.get(0));
  }

  private static String zoneId(RequestContext request, Props subnet) {
    return AvailabilityZones.id(
        subnet.text("availabilityZone").orElseGet(() -> zone(request, subnet)));
  }

  private static boolean strangeZoneId(RequestContext request) {
    List<String> known =
        AvailabilityZones.names(Identifiers.region(request)).stream()
            .map(AvailabilityZones::id)
            .toList();
    return request
        .inputs()
        .text("availabilityZoneId")
        .filter(id -> !known.contains(id))
        .isPresent();
  }

  private static boolean strangeZone(RequestContext request) {
    return request
        .inputs()
        .text("availabilityZone")
        .filter(zone -> !AvailabilityZones.names(Identifiers.region(request)).contains(zone))
        .isPresent();
  }

  private static boolean outsideVpc(RequestContext request) {
    Optional<CidrBlock> network =
        request
            .find(Vpcs.VPC, request.inputs().text("vpcId", ""))
            .flatMap(vpc -> vpc.inputs().text("cidrBlock"))
            .flatMap(CidrBlock::of);
    Optional<CidrBlock> own = request.inputs().text("cidrBlock").flatMap(CidrBlock::of);
    return network.isPresent()
        && own.isPresent()
        && (!network.get().contains(own.get()) || own.get().prefix() > 28);
  }

  private static boolean overlapsNeighbour(RequestContext request) {
    Optional<CidrBlock> own = request.inputs().text("cidrBlock").flatMap(CidrBlock::of);
    return request.all(SUBNET).stream()
        .filter(other -> other.inputs().text("vpcId").equals(request.inputs().text("vpcId")))
        .filter(other -> request.old().map(StoredResource::id).filter(other.id()::equals).isEmpty())
        .flatMap(other -> other.inputs().text("cidrBlock").flatMap(CidrBlock::of).stream())
        .anyMatch(other -> own.filter(other::overlaps).isPresent());
  }
}
