package anyware.aws;

import anyware.net.Family;
import anyware.state.Constants;
import anyware.state.Deviation;
import anyware.state.StateResource;
import java.util.List;

/** What is the same in every plan, and what {@link SiteComponent} makes of it. */
final class StateConstants {
  private static final String PROVIDER = "pulumi:providers:aws";
  private static final String VPC = "aws:ec2/vpc:Vpc";
  private static final String DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
  private static final String GATEWAY = "aws:ec2/internetGateway:InternetGateway";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
  private static final String ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
  private static final String ROUTE = "aws:ec2/route:Route";
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final String ADDRESS = "aws:ec2/eip:Eip";
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
  private static final String PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
  private static final String ANYWHERE = "0.0.0.0/0";
  private static final String VPC_ID = "vpcId";
  private static final String PUBLIC = "-public";

  private final Constants site;

  private StateConstants(List<StateResource> resources) {
    site = new Constants(resources);
  }

  /**
   * Where a site's resources differ from that.
   *
   * @param resources all of the site
   * @param prefixLists how many prefix lists the plan has
   */
  static List<Deviation> deviations(List<StateResource> resources, int prefixLists) {
    if (resources.isEmpty()) {
      return List.of();
    }
    StateConstants constants = new StateConstants(resources);
    constants.site.of(PROVIDER).count(1);
    constants.network();
    constants.site.of(PREFIX_LIST).count(prefixLists);
    constants.routes();
    if (constants.site.of(LOAD_BALANCER).size() > 0) {
      constants.balancer();
    }
    return constants.site.deviations();
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html */
  private void network() {
    site.of(VPC)
        .count(1)
        .is("enableDnsHostnames", true)
        .is("enableDnsSupport", true)
        .isByDefault("instanceTenancy", "default")
        .isByDefault("assignGeneratedIpv6CidrBlock", false)
        .isEmpty("ipv6CidrBlock");
    site.of(DEFAULT_GROUP).count(1).names(VPC_ID, VPC).isEmpty("ingress").isEmpty("egress");
    site.of(GATEWAY).count(1).names(VPC_ID, VPC);
    site.of(GROUP).names(VPC_ID, VPC);
    for (String type : List.of(SUBNET, ROUTE_TABLE)) {
      site.of(type).names(VPC_ID, VPC);
    }
    site.of(SUBNET).count(2L * Zone.values().length);
    site.of(ROUTE_TABLE).count(2);
    site.of(ASSOCIATION).count(2L * Zone.values().length);
    site.of(SUBNET)
        .isByDefault("mapPublicIpOnLaunch", false)
        .isByDefault("assignIpv6AddressOnCreation", false)
        .isByDefault("ipv6Native", false)
        .isByDefault("enableDns64", false)
        .isEmpty("ipv6CidrBlock");
    for (Family family : Family.values()) {
      site.of(PREFIX_LIST)
          .where(list -> list.name().endsWith("-" + family.slug()))
          .is("addressFamily", family.label());
    }
    site.of(ADDRESS).is("domain", "vpc");
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
  private void routes() {
    site.of(ROUTE)
        .count(1)
        .names("routeTableId", ROUTE_TABLE, StateConstants::isPublic, 1)
        .names("gatewayId", GATEWAY)
        .is("destinationCidrBlock", ANYWHERE)
        .isEmpty("destinationIpv6CidrBlock")
        .isEmpty("destinationPrefixListId");
    site.of(ROUTE_TABLE).isEmpty("propagatingVgws").isByDefault("routes[].cidrBlock", ANYWHERE);
    site.of(ROUTE_TABLE).isEmpty("routes[].ipv6CidrBlock");
    site.of(ROUTE_TABLE).where(table -> !isPublic(table)).isEmpty("routes");
  }

  private static boolean isPublic(StateResource resource) {
    return resource.name().contains(PUBLIC);
  }

  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html */
  private void balancer() {
    int zones = Zone.values().length;
    site.of(LOAD_BALANCER)
        .count(1)
        .is("loadBalancerType", "network")
        .is("enableCrossZoneLoadBalancing", true)
        .names("subnets[]", SUBNET, StateConstants::isPublic, zones)
        .isByDefault("ipAddressType", "ipv4");
    site.of(LISTENER)
        .count(1)
        .names("loadBalancerArn", LOAD_BALANCER)
        .is("defaultActions[].type", "forward")
        .names("defaultActions[].targetGroupArn", TARGET_GROUP);
    site.of(TARGET_GROUP)
        .count(1)
        .names(VPC_ID, VPC)
        .is("healthCheck.port", "traffic-port")
        .isByDefault("preserveClientIp", true)
        .isByDefault("proxyProtocolV2", false);
  }
}
