package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;

import anyware.sandbox.aws.CloudFixture.Case;
import anyware.sandbox.aws.CloudFixture.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** VPCs, subnets, gateways, routes and addresses that AWS refuses. */
final class VpcCases {
  private VpcCases() {}

  static Stream<Case> all() {
    return Stream.of(
            vpc(), gateway(), egressOnly(), subnet(), table(), route(), association(), address())
        .flatMap(table -> table.cases().stream());
  }

  private static Table vpc() {
    String mask = "cidrBlock: expected cidrBlock to contain a network Value with between 16 and 28";
    return Table.of(Vpcs.VPC, ValidInputs.VPC)
        .check("too large", mask, "cidrBlock", "10.0.0.0/8")
        .check("too small", mask, "cidrBlock", "10.0.0.0/29")
        .check("unknown property", "cidr: unknown property", "cidr", "10.0.0.0/16")
        .check("tenancy", "instanceTenancy: expected", "instanceTenancy", "shared")
        .check("IPv6 mask", "ipv6NetmaskLength: expected", "ipv6NetmaskLength", 50)
        .check(
            "mask and range",
            "cidrBlock: \"cidrBlock\": conflicts",
            "ipv4NetmaskLength",
            16,
            "ipv4IpamPoolId",
            "p")
        .check(
            "mask without pool",
            "ipv4NetmaskLength: \"ipv4NetmaskLength\": all of",
            "cidrBlock",
            NONE,
            "ipv4NetmaskLength",
            16)
        .check(
            "IPv6 without pool",
            "ipv6CidrBlock: \"ipv6CidrBlock\": all of",
            "ipv6CidrBlock",
            "2001:db8::/56")
        .check(
            "generated and pool",
            "assignGeneratedIpv6CidrBlock: \"assignGeneratedIpv6CidrBlock\": conflicts",
            "assignGeneratedIpv6CidrBlock",
            true,
            "ipv6IpamPoolId",
            "p")
        .up("no range", "cidrBlock: MissingParameter", "cidrBlock", NONE)
        .up(
            "no such pool",
            "ipv4IpamPoolId: InvalidIpamPoolId.NotFound",
            "cidrBlock",
            NONE,
            "ipv4IpamPoolId",
            "p")
        .up("tag of AWS", "tagsAll: InvalidParameterValue: Tag keys", "tags", Map.of("aws:x", "y"));
  }

  private static Table gateway() {
    return Table.of(InternetGateways.INTERNET_GATEWAY, ValidInputs.INTERNET_GATEWAY)
        .up(
            "no such VPC",
            "vpcId: InvalidVpcID.NotFound: The vpc ID 'vpc-0' does",
            "vpcId",
            "vpc-0")
        .up("second gateway", "InvalidParameterValue: Network $vpc already", "vpcId", "$vpc");
  }

  private static Table egressOnly() {
    return Table.of(
            EgressOnlyInternetGateways.EGRESS_ONLY_INTERNET_GATEWAY,
            ValidInputs.EGRESS_ONLY_INTERNET_GATEWAY)
        .check("no VPC", "vpcId: missing required property", "vpcId", NONE)
        .up("no such VPC", "vpcId: InvalidVpcID.NotFound", "vpcId", "vpc-0");
  }

  private static Table subnet() {
    return Table.of(Subnets.SUBNET, ValidInputs.SUBNET)
        .check("no VPC", "vpcId: missing required property", "vpcId", NONE)
        .check("host bits", "cidrBlock: \"10.0.9.1/24\" is not a valid", "cidrBlock", "10.0.9.1/24")
        .check(
            "zone twice",
            "availabilityZoneId: \"availabilityZoneId\": conflicts",
            "availabilityZoneId",
            "use1-az1")
        .check(
            "host name type",
            "privateDnsHostnameTypeOnLaunch: expected",
            "privateDnsHostnameTypeOnLaunch",
            "x")
        .up("no range", "cidrBlock: MissingParameter", "cidrBlock", NONE)
        .up(
            "outside",
            "cidrBlock: InvalidSubnet.Range: The CIDR '10.1.9.0/24'",
            "cidrBlock",
            "10.1.9.0/24")
        .up("too small", "cidrBlock: InvalidSubnet.Range", "cidrBlock", "10.0.9.0/29")
        .up("overlap", "cidrBlock: InvalidSubnet.Conflict", "cidrBlock", "10.0.0.0/22")
        .up(
            "no IPv6 in the VPC",
            "ipv6CidrBlock: InvalidSubnet.Range",
            "ipv6CidrBlock",
            "2001:db8::/64")
        .up(
            "addresses of no block",
            "assignIpv6AddressOnCreation: InvalidParameterValue: Invalid value 'true'",
            "assignIpv6AddressOnCreation",
            true)
        .up(
            "zone elsewhere",
            "availabilityZone: InvalidParameterValue",
            "availabilityZone",
            "us-west-2a")
        .up(
            "zone id",
            "availabilityZoneId: InvalidParameterValue",
            "availabilityZone",
            NONE,
            "availabilityZoneId",
            "usw2-az1");
  }

  private static Table table() {
    Map<String, String> route = Map.of("cidrBlock", "192.0.2.0/24", "gatewayId", "$vpcGateway");
    return Table.of(RouteTables.ROUTE_TABLE, ValidInputs.ROUTE_TABLE)
        .check("no VPC", "vpcId: missing required property", "vpcId", NONE)
        .check(
            "unknown property",
            "routes[0].target: unknown property",
            "routes",
            List.of(Map.of("cidrBlock", "0.0.0.0/0", "target", "$vpcGateway")))
        .up(
            "no destination",
            "routes[0]: creating route: one of `cidr_block",
            "routes",
            List.of(Map.of("gatewayId", "$vpcGateway")))
        .up(
            "no target",
            "routes[0]: creating route: one of `carrier",
            "routes",
            List.of(Map.of("cidrBlock", "0.0.0.0/0")))
        .up(
            "one destination twice",
            "routes[1]: RouteAlreadyExists: The route identified by 192.0.2.0/24",
            "routes",
            List.of(route, route));
  }

  private static Table route() {
    return Table.of(Routes.ROUTE, ValidInputs.ROUTE)
        .check("no table", "routeTableId: missing required property", "routeTableId", NONE)
        .check(
            "no destination",
            "destinationCidrBlock: one of `destinationCidrBlock,",
            "destinationCidrBlock",
            NONE)
        .check(
            "two destinations", "destinationCidrBlock: one of", "destinationIpv6CidrBlock", "::/0")
        .check("no target", "carrierGatewayId: one of `carrierGatewayId,", "gatewayId", NONE)
        .check("two targets", "carrierGatewayId: one of", "natGatewayId", "nat-1")
        .check(
            "host bits",
            "destinationCidrBlock: \"10.0.0.1/8\" is not",
            "destinationCidrBlock",
            "10.0.0.1/8")
        .check(
            "IPv4 through an egress-only gateway",
            "egressOnlyGatewayId: \"egressOnlyGatewayId\": conflicts",
            "gatewayId",
            NONE,
            "egressOnlyGatewayId",
            "eigw-1")
        .check(
            "IPv6 through a carrier gateway",
            "carrierGatewayId: \"carrierGatewayId\": conflicts",
            "gatewayId",
            NONE,
            "carrierGatewayId",
            "cagw-1",
            "destinationCidrBlock",
            NONE,
            "destinationIpv6CidrBlock",
            "::/0")
        .up("no such table", "routeTableId: InvalidRouteTableID.NotFound", "routeTableId", "rtb-0")
        .up("no such gateway", "gatewayId: InvalidGatewayID.NotFound", "gatewayId", "igw-0")
        .up(
            "no such NAT gateway",
            "natGatewayId: InvalidNatGatewayID.NotFound",
            "gatewayId",
            NONE,
            "natGatewayId",
            "nat-0")
        .up(
            "no such egress-only gateway",
            "egressOnlyGatewayId: InvalidGatewayID.NotFound",
            "gatewayId",
            NONE,
            "destinationCidrBlock",
            NONE,
            "destinationIpv6CidrBlock",
            "::/0",
            "egressOnlyGatewayId",
            "eigw-0")
        .up(
            "gateway of another VPC",
            "gatewayId: InvalidParameterValue: route table $vpcTable and network gateway"
                + " $otherGateway belong to different",
            "gatewayId",
            "$otherGateway")
        .up(
            "inside the VPC",
            "destinationCidrBlock: InvalidParameterValue: The destination CIDR block 10.0.4.0/24 is"
                + " equal to",
            "destinationCidrBlock",
            "10.0.4.0/24");
  }

  private static Table association() {
    return Table.of(RouteTables.ROUTE_TABLE_ASSOCIATION, ValidInputs.ROUTE_TABLE_ASSOCIATION)
        .check("nothing to associate", "subnetId: \"subnetId\": one of", "subnetId", NONE)
        .check("two things", "subnetId: \"subnetId\": one of", "gatewayId", "$vpcGateway")
        .check("no table", "routeTableId: missing required property", "routeTableId", NONE)
        .up("no such subnet", "subnetId: InvalidSubnetID.NotFound", "subnetId", "subnet-0")
        .up(
            "subnet of another VPC",
            "subnetId: InvalidParameterValue: route table $vpcTable and subnet $otherA belong to"
                + " different networks",
            "subnetId",
            "$otherA")
        .up(
            "gateway of another VPC",
            "gatewayId: InvalidParameterValue",
            "subnetId",
            NONE,
            "gatewayId",
            "$otherGateway");
  }

  private static Table address() {
    return Table.of(ElasticIps.ELASTIC_IP, ValidInputs.ELASTIC_IP)
        .check("domain", "domain: expected domain to be one of", "domain", "public")
        .check("domain and its old form", "domain: \"domain\": conflicts", "vpc", true)
        .up("classic", "domain: InvalidParameterCombination", "domain", "standard")
        .up("address of others", "address: InvalidAddress.NotFound", "address", "192.0.2.1")
        .up("odd instance", "instance: InvalidInstanceID.Malformed", "instance", "i-0")
        .up(
            "no such interface",
            "networkInterface: InvalidNetworkInterfaceID.NotFound",
            "networkInterface",
            "eni-0");
  }
}
