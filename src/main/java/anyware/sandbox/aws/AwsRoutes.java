package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Rules.atMostOneOf;
import static anyware.sandbox.spec.Rules.exactlyOneOf;
import static anyware.sandbox.spec.Rules.refuseIn;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Standalone routes. */
final class AwsRoutes {
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

  private AwsRoutes() {}

  /**
   * The types.
   *
   * @return them
   */
  static List<ResourceType> types() {
    return List.of(route());
  }

  /**
   * The properties that say where a route leads. The offline cloud has internet gateways only, so
   * every other target is a name of nothing.
   *
   * @return them, for a shape or a type
   */
  static Property[] targets() {
    return new Property[] {
      optional("carrierGatewayId", absent("InvalidCarrierGatewayID.NotFound: The carrier gateway")),
      optional("coreNetworkArn", absent("InvalidCoreNetworkArn.NotFound: The core network")),
      optional(
          "egressOnlyGatewayId",
          absent("InvalidGatewayID.NotFound: The egress-only internet gateway")),
      optional("gatewayId", text().naming(AwsNetwork.A_GATEWAY.loose())),
      optional("localGatewayId", absent("InvalidLocalGatewayID.NotFound: The local gateway")),
      optional("natGatewayId", absent("InvalidNatGatewayID.NotFound: The natGateway ID")),
      optional(
          "networkInterfaceId",
          absent("InvalidNetworkInterfaceID.NotFound: The networkInterface ID")),
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
            optional("destinationCidrBlock", AwsNetwork.CIDR4).replaces(),
            optional("destinationIpv6CidrBlock", AwsNetwork.CIDR6).replaces(),
            optional("destinationPrefixListId", text()).replaces(),
            required("routeTableId", text().naming(AwsRouting.A_TABLE)).replaces())
        .has(targets())
        .has(
            computed("instanceId", (at, around) -> ""),
            computed("instanceOwnerId", (at, around) -> ""),
            computed("origin", (at, around) -> "CreateRoute"),
            computed("state", (at, around) -> "active"))
        .idIs(AwsRoutes::id)
        .rule(
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
                    at -> AwsRouting.elsewhere(at, "gatewayId", AwsNetwork.GATEWAY))
                .at(Step.UP),
            refuseIn(
                    "destinationCidrBlock",
                    "InvalidParameterValue: The destination CIDR block {destinationCidrBlock} is"
                        + " equal to or more specific than one of this VPC's CIDR blocks. This"
                        + " route can target only an interface or an instance.",
                    AwsRoutes::insideVpc)
                .at(Step.UP),
            refuseIn(
                    "",
                    "RouteAlreadyExists: The route identified by"
                        + " {destinationCidrBlock}{destinationIpv6CidrBlock}{destinationPrefixListId}"
                        + " already exists.",
                    AwsRoutes::inTable)
                .at(Step.UP))
        .exists(
            "RouteAlreadyExists: The route identified by"
                + " {destinationCidrBlock}{destinationIpv6CidrBlock}{destinationPrefixListId}"
                + " already exists.")
        .gone("InvalidRoute.NotFound: no route with destination in route table: {id}")
        .build();
  }

  /** The provider makes the id of the table's and the destination's checksum. */
  private static String id(Situation at) {
    CRC32 checksum = new CRC32();
    checksum.update(destination(at.inputs()).getBytes(StandardCharsets.UTF_8));
    return "r-" + at.inputs().text("routeTableId", "") + checksum.getValue();
  }

  private static String destination(Props route) {
    return Stream.of(DESTINATIONS)
        .flatMap(name -> route.text(name).stream())
        .findFirst()
        .orElse("");
  }

  private static boolean insideVpc(Situation at) {
    Optional<Range> network =
        at.find(AwsRouting.TABLE, at.inputs().text("routeTableId", ""))
            .flatMap(AwsNetwork::vpcOf)
            .flatMap(vpc -> at.find(AwsNetwork.VPC, vpc))
            .flatMap(vpc -> vpc.inputs().text("cidrBlock"))
            .flatMap(Range::of);
    Optional<Range> own = at.inputs().text("destinationCidrBlock").flatMap(Range::of);
    return network.isPresent()
        && own.filter(network.get()::contains).isPresent()
        && at.inputs().has("gatewayId");
  }

  /** Tells whether the table already has a route of its own to the destination. */
  private static boolean inTable(Situation at) {
    String destination = destination(at.inputs());
    return at
        .find(AwsRouting.TABLE, at.inputs().text("routeTableId", ""))
        .map(Stored::inputs)
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
