package anyware.aws;

import anyware.catalogue.HealthCheck;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.cloud.Balancer;
import anyware.net.Cidr;
import anyware.plan.Names;
import anyware.plan.Place;
import anyware.plan.SubnetLayout;
import anyware.policy.Policy;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Lowers a site's policy to what AWS is asked for. */
public final class Planner {
  /** What the engine adds to a logical name to make a physical one. */
  private static final int SUFFIX = 8;

  /**
   * Load balancers and target groups have at most 32 characters
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html).
   */
  private static final int BALANCER_NAME = 32 - SUFFIX;

  /**
   * Security groups have at most 255 characters
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html).
   */
  private static final int GROUP_NAME = 255 - SUFFIX;

  /** Other names are logical only; the limit keeps them readable. */
  static final int LOGICAL_NAME = 100;

  private Planner() {}

  /**
   * The plan of a site.
   *
   * @param place where it goes
   * @param site the site's settings
   * @param policy what may pass there
   */
  public static Plan plan(Place place, Site site, Policy policy) {
    List<Rule> rules = RulePlanner.of(place, policy);
    Vpc vpc = vpc(place, site);
    return new Plan(
        place,
        site.region(),
        vpc,
        Arrays.stream(Role.values()).filter(policy::has).map(role -> group(place, role)).toList(),
        PrefixListPlanner.of(place, policy, rules),
        rules,
        site.balancer().map(balancer -> loadBalancer(place, balancer, vpc)),
        IntStream.rangeClosed(1, site.connectors())
            .mapToObj(number -> place.name("connector-" + number, LOGICAL_NAME))
            .toList(),
        List.of());
  }

  private static Vpc vpc(Place place, Site site) {
    SubnetLayout layout = new SubnetLayout(created(site.network()));
    return new Vpc(
        place.name("network", LOGICAL_NAME),
        List.of(layout.network()),
        routeTable(place, site.region(), "public", zone -> layout.publicSubnet(zone.number())),
        routeTable(place, site.region(), "private", zone -> layout.privateSubnet(zone.number())));
  }

  private static Cidr created(SiteNetwork network) {
    return network.fold(
        SiteNetwork.Created::cidr,
        existing -> {
          throw new IllegalArgumentException("no existing networks yet");
        });
  }

  private static RouteTable routeTable(
      Place place, String region, String kind, Function<Zone, Cidr> range) {
    return new RouteTable(
        place.name(kind, LOGICAL_NAME),
        Arrays.stream(Zone.values())
            .map(
                zone ->
                    new Subnet(
                        place.name(subnet(region, kind, zone), LOGICAL_NAME),
                        range.apply(zone),
                        zone))
            .toList());
  }

  /** With the region, so that a subnet which is bound to its zone goes when the region changes. */
  private static String subnet(String region, String kind, Zone zone) {
    return kind + "-" + region + "-" + zone.slug();
  }

  private static Group group(Place place, Role role) {
    return new Group(
        roleFirst(role.slug(), place, GROUP_NAME),
        role,
        "Anyware " + role.slug() + " at " + place.site());
  }

  private static LoadBalancer loadBalancer(Place place, Balancer balancer, Vpc vpc) {
    int port = Service.HTTPS.port();
    return new LoadBalancer(
        roleFirst("nlb", place, BALANCER_NAME),
        switch (balancer.scheme()) {
          case PUBLIC -> LoadBalancer.Scheme.INTERNET_FACING;
          case INTERNAL -> LoadBalancer.Scheme.INTERNAL;
        },
        vpc.publicRoutes().subnets().stream().map(Subnet::name).toList(),
        Set.of(Role.BALANCER),
        List.of(),
        new LoadBalancer.Listener("TCP", port),
        new TargetGroup(
            roleFirst("tg", place, BALANCER_NAME),
            "instance",
            "TCP",
            port,
            true,
            new TargetGroup.HealthCheck("HTTPS", HealthCheck.PATH, HealthCheck.HEALTHY)));
  }

  /**
   * A name that begins with what the resource is: AWS refuses groups that begin with {@code sg-}
   * and balancers that begin with {@code internal-}, which a site's name may.
   */
  private static String roleFirst(String kind, Place place, int limit) {
    return Names.fit(kind + "-" + place.site(), limit);
  }
}
