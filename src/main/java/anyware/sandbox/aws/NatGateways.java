package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.atMostOneOf;
import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseFor;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * NAT gateways. AWS looks at the VPC's internet gateway, never at the routes of the subnet in which
 * a NAT gateway stands. What it finds only while it builds the gateway it tells as a failure, whose
 * codes and wording are those of
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html, and for which the
 * provider waits
 * (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_nat_gateway.go).
 * Routes to one that is deleted stay, and lead nowhere.
 */
final class NatGateways {
  static final String NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";

  /** A reference to a NAT gateway. */
  static final Reference A_NAT_GATEWAY =
      Reference.to(
          "InvalidNatGatewayID.NotFound: The natGateway ID '{value}' does not exist", NAT_GATEWAY);

  /**
   * The most in a zone:
   * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-gateways.
   */
  private static final int MOST_IN_A_ZONE = 5;

  private static final Shape ALLOCATION =
      text()
          .naming(
              Reference.to(
                  "InvalidElasticIpID.NotFound: The elasticIp ID '{value}' does not exist",
                  ElasticIps.ELASTIC_IP));

  private NatGateways() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                NAT_GATEWAY,
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html")
            .has(properties())
            .has(Tags.properties())
            .has(
                computed(
                    "associationId",
                    (request, enclosing) ->
                        isPublic(enclosing) ? Identifiers.fresh(request, "eipassoc") : ""),
                computed(
                    "networkInterfaceId",
                    (request, enclosing) -> Identifiers.fresh(request, "eni")),
                computed("publicIp", NatGateways::publicIp))
            .idIs(Identifiers.id("nat"))
            .completedBy(Tags::merged)
            .constraint(constraints())
            .gone("NatGatewayNotFound: The Nat Gateway {id} was not found")
            .build());
  }

  private static Property[] properties() {
    return new Property[] {
      optional("allocationId", ALLOCATION).replaces(),
      optional("connectivityType", text().oneOf("private", "public"))
          .replaces()
          .defaultsTo("public"),
      optional("privateIp", SubnetAddresses.ADDRESS)
          .replaces()
          .orComputed(
              (request, enclosing) ->
                  kept(request, "privateIp")
                      .or(
                          () ->
                              SubnetAddresses.free(request, request.inputs().text("subnetId", "")))
                      .orElse("")),
      optional("secondaryAllocationIds", setOf(ALLOCATION)),
      optional("secondaryPrivateIpAddressCount", whole())
          .replaces()
          .orComputed(
              (request, enclosing) -> enclosing.texts("secondaryPrivateIpAddresses").size()),
      optional("secondaryPrivateIpAddresses", setOf(SubnetAddresses.ADDRESS))
          .orComputed((request, enclosing) -> List.of()),
      required("subnetId", text().naming(Subnets.A_SUBNET)).replaces()
    };
  }

  private static Constraint[] constraints() {
    return new Constraint[] {
      atMostOneOf(
          "\"secondaryPrivateIpAddressCount\": conflicts with secondaryPrivateIpAddresses",
          "secondaryPrivateIpAddressCount",
          "secondaryPrivateIpAddresses"),
      unsupported("allocationId", "allocation_id", "private"),
      unsupported("secondaryAllocationIds", "secondary_allocation_ids", "private"),
      unsupported("secondaryPrivateIpAddressCount", "secondary_private_ip_address_count", "public"),
      refuse(
              "allocationId",
              "MissingParameter: The request must include the AllocationId parameter. Add the"
                  + " required parameter and retry the request.",
              gateway -> isPublic(gateway) && !gateway.has("allocationId"))
          .at(Step.UP),
      refuseIn(
              "",
              "NatGatewayLimitExceeded: The limit on the number of NAT gateways has been reached.",
              request -> request.old().isEmpty() && inZone(request) >= MOST_IN_A_ZONE)
          .at(Step.UP),
      refuseFor(
              "privateIp",
              request ->
                  request
                      .inputs()
                      .text("privateIp")
                      .flatMap(
                          address ->
                              SubnetAddresses.refusal(
                                  request, request.inputs().text("subnetId", ""), address)))
          .at(Step.UP),
      refuseFor("", NatGateways::failure).at(Step.UP)
    };
  }

  private static Constraint unsupported(String property, String name, String connectivity) {
    return refuse(
        property,
        name + " is not supported with connectivity_type = \"" + connectivity + "\"",
        gateway ->
            gateway.text("connectivityType", "").equals(connectivity) && gateway.has(property));
  }

  /** Why a gateway that AWS began to build never becomes available. */
  private static Optional<String> failure(RequestContext request) {
    return Stream.of(noInternet(request), addressInUse(request), noRoom(request))
        .flatMap(Optional::stream)
        .findFirst()
        .map(
            reason ->
                "waiting for EC2 NAT Gateway (%s) create: unexpected state 'failed', wanted target 'available'. last error: %s"
                    .formatted(request.id(), reason));
  }

  private static Optional<String> noInternet(RequestContext request) {
    return request
        .find(Subnets.SUBNET, request.inputs().text("subnetId", ""))
        .flatMap(Vpcs::vpcOf)
        .filter(vpc -> isPublic(request.inputs()))
        .filter(vpc -> !InternetGateways.isAttached(request, vpc))
        .map(
            vpc ->
                "Gateway.NotAttached: Network %s has no Internet gateway attached".formatted(vpc));
  }

  private static Optional<String> addressInUse(RequestContext request) {
    return Stream.concat(
            request.inputs().text("allocationId").stream(),
            request.inputs().texts("secondaryAllocationIds").stream())
        .filter(allocation -> ElasticIps.isUsed(request, allocation))
        .findFirst()
        .map(
            allocation ->
                "Resource.AlreadyAssociated: Elastic IP address %s is already associated"
                    .formatted(allocation));
  }

  private static Optional<String> noRoom(RequestContext request) {
    return SubnetAddresses.left(request, request.inputs().text("subnetId", "")) < 1
        ? Optional.of(
            "InsufficientFreeAddressesInSubnet: Subnet has insufficient free addresses to create"
                + " this NAT gateway")
        : Optional.empty();
  }

  private static long inZone(RequestContext request) {
    Optional<String> zone = zone(request, request.inputs());
    return request.all(NAT_GATEWAY).stream()
        .filter(other -> zone.isPresent() && zone(request, other.inputs()).equals(zone))
        .count();
  }

  private static Optional<String> zone(RequestContext request, Props gateway) {
    return request
        .find(Subnets.SUBNET, gateway.text("subnetId", ""))
        .flatMap(subnet -> subnet.outputs().text("availabilityZone"));
  }

  /**
   * The VPC in which a NAT gateway stands.
   *
   * @param request the request of a connection to the same region
   * @param gateway the gateway
   * @return the VPC's id; empty for a gateway of another region
   */
  static Optional<String> vpcOf(RequestContext request, StoredResource gateway) {
    return gateway
        .inputs()
        .text("subnetId")
        .flatMap(subnet -> request.find(Subnets.SUBNET, subnet))
        .flatMap(Vpcs::vpcOf);
  }

  /**
   * Tells whether a gateway leads to the internet.
   *
   * @param gateway its inputs
   */
  static boolean isPublic(Props gateway) {
    return gateway.text("connectivityType", "public").equals("public");
  }

  private static Object publicIp(RequestContext request, Props gateway) {
    return gateway
        .text("allocationId")
        .flatMap(id -> request.find(ElasticIps.ELASTIC_IP, id))
        .flatMap(address -> address.outputs().text("publicIp"))
        .orElse("");
  }

  private static Optional<String> kept(RequestContext request, String output) {
    return request.old().flatMap(old -> old.outputs().text(output));
  }
}
