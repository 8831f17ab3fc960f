package anyware.sandbox.aws;

import static anyware.sandbox.spec.Constraints.atMostOneOf;
import static anyware.sandbox.spec.Constraints.exactlyOneOf;
import static anyware.sandbox.spec.Constraints.refuseIn;
import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Standalone routes. */
final class Routes {
  static final String ROUTE = "aws:ec2/route:Route";

  /** Where a route may lead. */
  static final String[] TARGETS = {
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyGatewayId",
    "gatewayId",
    "localGatewayId",
    "natGatewayId",
    "networkInterfaceId",
    "transitGatewayId",
    "vpcEndpointId",
    "vpcPeeringConnectionId"
  };

  private static final String[] DESTINATIONS = {
    "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"
  };

  private Routes() {}

  static List<ResourceType> types() {
    return List.of(route());
  }

  /**
   * The properties that say where a route leads. The offline cloud has internet, egress-only and
   * NAT gateways and network interfaces, so every other target is a name of nothing.
   */
  static Property[] targets() {
    return new Property[] {
      optional("carrierGatewayId", absent("InvalidCarrierGatewayID.NotFound: The carrier gateway")),
      optional("coreNetworkArn", absent("InvalidCoreNetworkArn.NotFound: The core network")),
      optional(
          "egressOnlyGatewayId",
          text().naming(EgressOnlyInternetGateways.AN_EGRESS_ONLY_GATEWAY.loose())),
      optional("gatewayId", text().naming(InternetGateways.AN_INTERNET_GATEWAY.loose())),
      optional("localGatewayId", absent("InvalidLocalGatewayID.NotFound: The local gateway")),
      optional("natGatewayId", text().naming(NatGateways.A_NAT_GATEWAY.loose())),
      optional("networkInterfaceId", text().naming(NetworkInterfaces.AN_INTERFACE.loose())),
      optional(
          "transitGatewayId", absent("InvalidTransitGatewayID.NotFound: The transitGateway ID")),
      optional("vpcEndpointId", absent("InvalidVpcEndpointId.NotFound: The Vpc Endpoint Id")),
      optional(
          "vpcPeeringConnectionId",
          absent("InvalidVpcPeeringConnectionID.NotFound: The vpcPeeringConnection ID"))
    };
  }

  /** A text that names something of a kind that the offline cloud never has. */
  private static Shape absent(String what) {
    return text().naming(Reference.to(what + " '{value}' does not exist").loose());
  }

  private static ResourceType route() {
    return ResourceType.named(
            ROUTE, "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html")
        .has(
            optional("destinationCidrBlock", CidrBlocks.IPV4).replaces(),
            optional("destinationIpv6CidrBlock", CidrBlocks.IPV6).replaces(),
            optional("destinationPrefixListId", ManagedPrefixLists.PREFIX_LIST_ID).replaces(),
            required("routeTableId", text().naming(RouteTables.A_ROUTE_TABLE)).replaces())
        .has(targets())
        .has(
            computed("instanceId", (request, enclosing) -> ""),
            computed("instanceOwnerId", (request, enclosing) -> ""),
            computed("origin", (request, enclosing) -> "CreateRoute"),
            computed("state", (request, enclosing) -> "active"))
        .idIs(Routes::id)
        .constraint(
            exactlyOneOf(
                "one of `destinationCidrBlock,destinationIpv6CidrBlock,destinationPrefixListId`"
                    + " must be specified",
                DESTINATIONS),
            exactlyOneOf("one of `" + String.join(",", TARGETS) + "` must be specified", TARGETS),
            atMostOneOf(
                "\"carrierGatewayId\": conflicts with destinationIpv6CidrBlock",
                "carrierGatewayId",
                "destinationIpv6CidrBlock"),
            atMostOneOf(
                "\"egressOnlyGatewayId\": conflicts with destinationCidrBlock",
                "egressOnlyGatewayId",
                "destinationCidrBlock"),
            atMostOneOf(
                "\"vpcEndpointId\": conflicts with destinationPrefixListId",
                "vpcEndpointId",
                "destinationPrefixListId"),
            refuseIn(
                    "gatewayId",
                    "InvalidParameterValue: route table {routeTableId} and network gateway"
                        + " {gatewayId} belong to different networks",
                    request ->
                        RouteTables.elsewhere(
                            request, "gatewayId", InternetGateways.INTERNET_GATEWAY))
                .at(Step.UP),
            refuseIn(
                    "egressOnlyGatewayId",
                    "InvalidParameterValue: route table {routeTableId} and network gateway"
                        + " {egressOnlyGatewayId} belong to different networks",
                    request ->
                        RouteTables.elsewhere(
                            request,
                            "egressOnlyGatewayId",
                            EgressOnlyInternetGateways.EGRESS_ONLY_INTERNET_GATEWAY))
                .at(Step.UP),
            refuseIn(
                    "natGatewayId",
                    "InvalidParameterValue: route table {routeTableId} and NAT gateway"
                        + " {natGatewayId} belong to different networks",
                    Routes::isForeignNatGateway)
                .at(Step.UP),
            refuseIn(
                    "destinationCidrBlock",
                    "InvalidParameterValue: The destination CIDR block {destinationCidrBlock} is"
                        + " equal to or more specific than one of this VPC's CIDR blocks. This"
                        + " route can target only an interface or an instance.",
                    Routes::insideVpc)
                .at(Step.UP),
            refuseIn(
                    "",
                    "RouteAlreadyExists: The route identified by"
                        + " {destinationCidrBlock}{destinationIpv6CidrBlock}{destinationPrefixListId}"
                        + " already exists.",
                    Routes::inTable)
                .at(Step.UP))
        .exists(
            "RouteAlreadyExists: The route identified by"
                + " {destinationCidrBlock}{destinationIpv6CidrBlock}{destinationPrefixListId}"
                + " already exists.")
        .gone("InvalidRoute.NotFound: no route with destination in route table: {id}")
        .build();
  }

  /** The provider makes the id of the table's and the destination's checksum. */
  private static String id(RequestContext request) {
    CRC32 checksum = new CRC32();
    checksum.update(destination(request.inputs()).getBytes(StandardCharsets.UTF_8));
    return "r-" + request.inputs().text("routeTableId", "") + checksum.getValue();
  }

  private static String destination(Props route) {
    return Stream.of(DESTINATIONS)
        .flatMap(name -> route.text(name).stream())
        .findFirst()
        .orElse("");
  }

  private static boolean isForeignNatGateway(RequestContext request) {
    Optional<String> network =
        request
            .find(RouteTables.ROUTE_TABLE, request.inputs().text("routeTableId", ""))
            .flatMap(Vpcs::vpcOf);
    return request
        .inputs()
        .text("natGatewayId")
        .flatMap(id -> request.find(NatGateways.NAT_GATEWAY, id))
        .filter(gateway -> !NatGateways.vpcOf(request, gateway).equals(network))
        .isPresent();
  }

  private static boolean insideVpc(RequestContext request) {
    Optional<CidrBlock> network =
        request
            .find(RouteTables.ROUTE_TABLE, request.inputs().text("routeTableId", ""))
            .flatMap(Vpcs::vpcOf)
            .flatMap(vpc -> request.find(Vpcs.VPC, vpc))
            .flatMap(vpc -> vpc.inputs().text("cidrBlock"))
            .flatMap(CidrBlock::of);
    Optional<CidrBlock> own = request.inputs().text("destinationCidrBlock").flatMap(CidrBlock::of);
    return network.isPresent()
        && own.filter(network.get()::contains).isPresent()
        && request.inputs().has("gatewayId");
  }

  /** Tells whether the table already has a route of its own to the destination. */
  private static boolean inTable(RequestContext request) {
    String destination = destination(request.inputs());
    return request
        .find(RouteTables.ROUTE_TABLE, request.inputs().text("routeTableId", ""))
        .map(StoredResource::inputs)
        .map(table -> table.objects("routes"))
        .orElse(List.of())
        .stream()
        .flatMap(
            route ->
                Stream.of("cidrBlock", "ipv6CidrBlock", "destinationPrefixListId")
                    .flatMap(name -> route.text(name).stream()))
        .anyMatch(destination::equals);
  }
}
