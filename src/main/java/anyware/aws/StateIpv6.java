package anyware.aws;

import static anyware.aws.ResourceTypes.EGRESS_ONLY;
import static anyware.aws.ResourceTypes.INTERNET_GATEWAY;
import static anyware.aws.ResourceTypes.ROUTE;
import static anyware.aws.ResourceTypes.ROUTE_TABLE;
import static anyware.aws.ResourceTypes.SUBNET;
import static anyware.aws.ResourceTypes.VPC;

import anyware.net.Family;
import anyware.state.Constants;
import anyware.state.StateResource;
import java.util.function.Function;

/**
 * What is the same of every network with IPv6 that the program makes, and of every one without.
 *
 * @param site where deviations are noted
 * @param vpc the network as it was read
 */
record StateIpv6(Constants site, Vpc vpc) {
  private static final String GENERATED = "assignGeneratedIpv6CidrBlock";
  private static final String GIVES = "assignIpv6AddressOnCreation";
  private static final String BLOCK = "ipv6CidrBlock";
  private static final String IN_TABLES = "routes[].ipv6CidrBlock";

  /** By the logical name, as {@link RouteTable#ipv6Name} has it. */
  static boolean isOfIpv6(StateResource route) {
    return route.name().endsWith(RouteTable.IPV6);
  }

  /** Notes where the resources differ from that. */
  void check() {
    site.of(EGRESS_ONLY).count(vpc.isEgressOnly() ? 1 : 0).names("vpcId", VPC);
    int routes = vpc.isEgressOnly() ? vpc.privateRoutes().size() : 0;
    site.of(ROUTE).where(StateIpv6::isOfIpv6).count(vpc.ipv6() ? 1L + routes : 0);
    if (vpc.ipv6()) {
      given();
      routes();
    } else {
      without();
    }
  }

  /**
   * A subnet's block is a part of the VPC's
   * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html), which Amazon chooses:
   * where nobody knows that one yet, its parts can be any.
   */
  private void given() {
    site.of(VPC).is(GENERATED, true);
    site.of(SUBNET).is(GIVES, true).isPrefixOfLength(BLOCK, 64);
    site.of(ROUTE_TABLE).isByDefault(IN_TABLES, Family.IPV6.all());
    for (String block : site.of(VPC).texts(BLOCK)) {
      site.of(VPC).isPrefixOfLength(BLOCK, Ipv6Layout.VPC);
      if (Ipv6Layout.isBlock(block)) {
        divided(vpc.publicRoutes(), zone -> Ipv6Layout.publicSubnet(block, zone));
        vpc.privateRoutes()
            .forEach(routes -> divided(routes, zone -> Ipv6Layout.privateSubnet(block, zone)));
      }
    }
  }

  private void divided(RouteTable routes, Function<Zone, String> part) {
    for (Subnet subnet : routes.subnets()) {
      site.of(SUBNET)
          .where(made -> made.name().equals(subnet.name()))
          .is(BLOCK, part.apply(subnet.zone()));
    }
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html */
  private void routes() {
    site.of(ROUTE)
        .where(StateIpv6::isOfIpv6)
        .is("destinationIpv6CidrBlock", Family.IPV6.all())
        .isEmpty("destinationCidrBlock")
        .isEmpty("destinationPrefixListId")
        .isEmpty("natGatewayId");
    site.of(ROUTE)
        .where(this::isPublic)
        .count(1)
        .names("routeTableId", ROUTE_TABLE, this::isPublicTable, 1)
        .names("gatewayId", INTERNET_GATEWAY)
        .isEmpty("egressOnlyGatewayId");
    site.of(ROUTE)
        .where(route -> isOfIpv6(route) && !isPublic(route))
        .names("egressOnlyGatewayId", EGRESS_ONLY)
        .isEmpty("gatewayId");
    for (RouteTable routes : vpc.privateRoutes()) {
      site.of(ROUTE)
          .where(route -> route.name().equals(routes.ipv6Name()))
          .names("routeTableId", ROUTE_TABLE, table -> table.name().equals(routes.name()), 1);
    }
  }

  /**
   * A block that the network once asked for stays with it; one that somebody else gave it was never
   * asked for.
   */
  private void without() {
    site.of(VPC)
        .where(made -> !made.inputs().has(GENERATED))
        .isByDefault(GENERATED, false)
        .isEmpty(BLOCK);
    site.of(SUBNET)
        .isByDefault(GIVES, false)
        .where(made -> !made.inputs().has(BLOCK))
        .isEmpty(BLOCK);
    site.of(ROUTE_TABLE).isEmpty(IN_TABLES);
  }

  private boolean isPublic(StateResource route) {
    return route.name().equals(vpc.publicRoutes().ipv6Name());
  }

  private boolean isPublicTable(StateResource table) {
    return table.name().equals(vpc.publicRoutes().name());
  }
}
