package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Constraints.refuseEach;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Constraints.uniqueIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.Optional;

/** Route tables, and which subnets use them. */
final class RouteTables {
  static final String ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
  static final String ROUTE_TABLE_ASSOCIATION =
      "aws:ec2/routeTableAssociation:RouteTableAssociation";

  /** A reference to a route table, whose delete takes along what refers to it. */
  static final Reference A_ROUTE_TABLE =
      Reference.to(
              "InvalidRouteTableID.NotFound: The routeTable ID '{value}' does not exist",
              ROUTE_TABLE)
          .cascading();

  private RouteTables() {}

  static List<ResourceType> types() {
    return List.of(table(), association());
  }

  private static ResourceType table() {
    return ResourceType.named(
            ROUTE_TABLE,
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRouteTable.html")
        .has(
            optional("propagatingVgws", setOf(text()))
                .orComputed((request, enclosing) -> List.of()),
            optional(
                    "routes",
                    setOf(
                        object(
                                optional("cidrBlock", CidrBlocks.IPV4),
                                optional("ipv6CidrBlock", CidrBlocks.IPV6),
                                optional(
                                    "destinationPrefixListId", ManagedPrefixLists.PREFIX_LIST_ID))
                            .plus(Routes.targets())))
                .orComputed((request, enclosing) -> List.of()),
            required("vpcId", Vpcs.VPC_ID).replaces())
        .has(Tags.properties())
        .has(
            computed("arn", Identifiers.ec2Arn("route-table")),
            computed("ownerId", (request, enclosing) -> Identifiers.ACCOUNT))
        .idIs(Identifiers.id("rtb"))
        .knownBy("arn")
        .completedBy(Tags::merged)
        .constraint(
            refuseEach(
                    "routes",
                    "",
                    "creating route: one of `cidr_block, ipv6_cidr_block,"
                        + " destination_prefix_list_id` must be specified",
                    route -> destination(route).isEmpty())
                .at(Step.UP),
            refuseEach(
                    "routes",
                    "",
                    "creating route: one of `carrier_gateway_id, core_network_arn,"
                        + " egress_only_gateway_id, gateway_id, local_gateway_id, nat_gateway_id,"
                        + " network_interface_id, transit_gateway_id, vpc_endpoint_id,"
                        + " vpc_peering_connection_id` must be specified",
                    route -> List.of(Routes.TARGETS).stream().noneMatch(route::has))
                .at(Step.UP),
            uniqueIn(
                    "routes",
                    "RouteAlreadyExists: The route identified by"
                        + " {cidrBlock}{ipv6CidrBlock}{destinationPrefixListId} already exists.",
                    route -> destination(route).orElse(""))
                .at(Step.UP))
        .inUse("DependencyViolation: The routeTable '{id}' has dependencies and cannot be deleted.")
        .gone("InvalidRouteTableID.NotFound: The routeTable ID '{id}' does not exist")
        .build();
  }

  private static ResourceType association() {
    return ResourceType.named(
            ROUTE_TABLE_ASSOCIATION,
            "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html")
        .has(
            optional("gatewayId", text().naming(InternetGateways.AN_INTERNET_GATEWAY.cascading()))
                .replaces(),
            required("routeTableId", text().naming(A_ROUTE_TABLE)),
            optional("subnetId", text().naming(Subnets.A_SUBNET.cascading())).replaces())
        .idIs(Identifiers.id("rtbassoc"))
        .constraint(
            exactlyOneOf(
                "\"subnetId\": one of `gatewayId,subnetId` must be specified",
                "subnetId",
                "gatewayId"),
            refuseIn(
                    "subnetId",
                    "InvalidParameterValue: route table {routeTableId} and subnet {subnetId} belong"
                        + " to different networks",
                    request -> elsewhere(request, "subnetId", Subnets.SUBNET))
                .at(Step.UP),
            refuseIn(
                    "gatewayId",
                    "InvalidParameterValue: route table {routeTableId} and network gateway"
                        + " {gatewayId} belong to different networks",
                    request -> elsewhere(request, "gatewayId", InternetGateways.INTERNET_GATEWAY))
                .at(Step.UP))
        .unique(
            "Resource.AlreadyAssociated: the specified association for route table {routeTableId}"
                + " conflicts with an existing association",
            "subnetId",
            "gatewayId")
        .gone("InvalidAssociationID.NotFound: The association ID '{id}' does not exist")
        .build();
  }

  /**
   * Tells whether the route table of a request lies in another VPC than what it is to be used with.
   *
   * @param request a request with a {@code routeTableId}
   * @param property the property that names the other object; it may be absent
   * @param type the other object's type
   * @return whether both exist and lie apart
   */
  static boolean elsewhere(RequestContext request, String property, String type) {
    Optional<String> network =
        request.find(ROUTE_TABLE, request.inputs().text("routeTableId", "")).flatMap(Vpcs::vpcOf);
    return request
        .inputs()
        .text(property)
        .flatMap(name -> request.find(type, name))
        .filter(other -> network.isPresent() && !network.equals(Vpcs.vpcOf(other)))
        .isPresent();
  }

  private static Optional<String> destination(Props route) {
    return route
        .text("cidrBlock")
        .or(() -> route.text("ipv6CidrBlock"))
        .or(() -> route.text("destinationPrefixListId"));
  }
}
