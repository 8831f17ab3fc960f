package anyware.aws;

import anyware.cloud.Log;
import anyware.net.Cidr;
import anyware.plan.Place;
import anyware.plan.SubnetLayout;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lowers a site's network, and knows the logical names of its parts. */
final class NetworkPlanner {
  private static final String PUBLIC = "public";
  private static final String PRIVATE = "private";

  private final Place place;
  private final String region;

  private NetworkPlanner(Place place, String region) {
    this.place = place;
    this.region = region;
  }

  static Network plan(Place place, Site site) {
    return site.network()
        .<Network>fold(
            created -> new NetworkPlanner(place, site.region()).vpc(created, site.logs().flows()),
            existing -> new ExistingVpc(existing.id(), existing.roleRanges()));
  }

  private Vpc vpc(SiteNetwork.Created created, Optional<Log> flows) {
    SubnetLayout layout = new SubnetLayout(created.cidr());
    List<Subnet> open =
        Arrays.stream(Zone.values())
            .map(zone -> subnet(PUBLIC, zone, layout.publicSubnet(zone.number())))
            .toList();
    return new Vpc(
        name(place, "network"),
        List.of(layout.network()),
        created.ipv6(),
        new RouteTable(publicRoutes(place), open, Optional.empty()),
        Arrays.stream(Zone.values())
            .map(
                zone ->
                    new RouteTable(
                        privateRoutes(place, zone),
                        List.of(subnet(PRIVATE, zone, layout.privateSubnet(zone.number()))),
                        created.nat() ? Optional.of(natGateway(zone, open)) : Optional.empty()))
            .toList(),
        flows.map(log -> new FlowLog(name(place, "flows"), log.destination())));
  }

  private NatGateway natGateway(Zone zone, List<Subnet> open) {
    return open.stream()
        .filter(subnet -> subnet.zone() == zone)
        .map(subnet -> new NatGateway(natGateway(place, zone), subnet.name()))
        .findFirst()
        .orElseThrow();
  }

  /** With the region, so that a subnet which is bound to its zone goes when the region changes. */
  private Subnet subnet(String kind, Zone zone, Cidr range) {
    return new Subnet(name(place, kind + "-" + region + "-" + zone.slug()), range, zone);
  }

  /** The logical name of the route table of all public subnets. */
  static String publicRoutes(Place place) {
    return name(place, PUBLIC);
  }

  /** The logical name of the route table of a zone's private subnet. */
  static String privateRoutes(Place place, Zone zone) {
    return name(place, PRIVATE + "-" + zone.slug());
  }

  /** What the only route table of all private subnets was called once. */
  static String formerPrivateRoutes(Place place) {
    return name(place, PRIVATE);
  }

  /** The logical name of a zone's NAT gateway. */
  static String natGateway(Place place, Zone zone) {
    return name(place, "nat-" + zone.slug());
  }

  /** The logical names of all NAT gateways. */
  static Stream<String> natGateways(Place place) {
    return Arrays.stream(Zone.values()).map(zone -> natGateway(place, zone));
  }

  private static String name(Place place, String identity) {
    return place.name(identity, Planner.LOGICAL_NAME);
  }
}
