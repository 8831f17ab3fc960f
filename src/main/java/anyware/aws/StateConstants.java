package anyware.aws;

import static anyware.aws.ResourceTypes.ADDRESS;
import static anyware.aws.ResourceTypes.ADDRESS_ASSOCIATION;
import static anyware.aws.ResourceTypes.ATTACHMENT;
import static anyware.aws.ResourceTypes.DEFAULT_GROUP;
import static anyware.aws.ResourceTypes.EGRESS;
import static anyware.aws.ResourceTypes.FLOW_LOG;
import static anyware.aws.ResourceTypes.GROUP;
import static anyware.aws.ResourceTypes.INGRESS;
import static anyware.aws.ResourceTypes.INTERNET_GATEWAY;
import static anyware.aws.ResourceTypes.LISTENER;
import static anyware.aws.ResourceTypes.LOAD_BALANCER;
import static anyware.aws.ResourceTypes.LOG_GROUP;
import static anyware.aws.ResourceTypes.NAT_GATEWAY;
import static anyware.aws.ResourceTypes.OF_NETWORK;
import static anyware.aws.ResourceTypes.PREFIX_LIST;
import static anyware.aws.ResourceTypes.RECORD;
import static anyware.aws.ResourceTypes.ROLE;
import static anyware.aws.ResourceTypes.ROLE_POLICY;
import static anyware.aws.ResourceTypes.ROUTE;
import static anyware.aws.ResourceTypes.ROUTE_TABLE;
import static anyware.aws.ResourceTypes.ROUTE_TABLE_ASSOCIATION;
import static anyware.aws.ResourceTypes.SUBNET;
import static anyware.aws.ResourceTypes.TARGET_GROUP;
import static anyware.aws.ResourceTypes.VPC;
import static anyware.aws.ResourceTypes.WEB_ACL;

import anyware.net.Family;
import anyware.plan.Place;
import anyware.state.Constants;
import anyware.state.Deviation;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is the same in every plan, and what {@link SiteComponent} makes of it. */
final class StateConstants {
  private static final String PROVIDER = "pulumi:providers:aws";
  private static final List<String> IN_ANY_NETWORK =
      List.of(
          PROVIDER,
          GROUP,
          PREFIX_LIST,
          INGRESS,
          EGRESS,
          ADDRESS,
          ADDRESS_ASSOCIATION,
          LOAD_BALANCER,
          LISTENER,
          WEB_ACL,
          TARGET_GROUP,
          ATTACHMENT,
          RECORD,
          FLOW_LOG,
          LOG_GROUP,
          ROLE,
          ROLE_POLICY);
  private static final List<String> TYPES =
      Stream.of(OF_NETWORK, IN_ANY_NETWORK).flatMap(List::stream).toList();
  private static final String ANYWHERE = "0.0.0.0/0";
  private static final String VPC_ID = "vpcId";

  private final StateIndex index;
  private final Constants site;
  private final Network network;
  private final String publicRoutes;
  private final Set<String> natGateways;
  private final boolean isEmpty;

  /**
   * @param index the site's resources
   * @param place the site
   * @param network the site's network as it was read
   */
  StateConstants(StateIndex index, Place place, Network network) {
    this.index = index;
    this.site = new Constants(index.resources());
    this.isEmpty = index.resources().isEmpty();
    this.network = network;
    this.publicRoutes = NetworkPlanner.publicRoutes(place);
    this.natGateways = NetworkPlanner.natGateways(place).collect(Collectors.toSet());
  }

  /**
   * Where the site's resources differ from that.
   *
   * @param groups how many groups the plan has
   * @param prefixLists how many prefix lists the plan has
   * @param balancer the balancer that it has
   * @param addresses the connectors' addresses that it has
   */
  List<Deviation> deviations(
      int groups,
      int prefixLists,
      Optional<LoadBalancer> balancer,
      List<ConnectorAddress> addresses) {
    if (isEmpty) {
      return List.of();
    }
    site.hasOnly(TYPES).of(PROVIDER).count(1);
    site.of(GROUP).count(groups);
    for (String type : List.of(INGRESS, EGRESS)) {
      site.of(type).names("securityGroupId", GROUP);
    }
    site.of(PREFIX_LIST).count(prefixLists);
    for (Family family : Family.values()) {
      site.of(PREFIX_LIST)
          .where(list -> list.name().endsWith("-" + family.slug()))
          .is("addressFamily", family.label());
    }
    int nat =
        network.fold(
            created -> {
              created();
              routes(created.natGateways().size());
              new StateIpv6(site, created).check();
              return created.natGateways().size();
            },
            existing -> {
              existing(existing);
              return 0;
            });
    site.of(ADDRESS).count((long) addresses.size() + nat).is("domain", "vpc");
    site.of(ADDRESS_ASSOCIATION)
        .count(addresses.stream().filter(address -> address.instance().isPresent()).count())
        .names("allocationId", ADDRESS, address -> !isOfNatGateway(address), 1);
    balancer.ifPresent(one -> new StateBalancerConstants(site, one).check());
    StateRecords.check(site, balancer, addresses);
    new StateFlowLog(index).check(site, network.fold(Vpc::flowLog, existing -> Optional.empty()));
    return site.deviations();
  }

  private boolean isOfNatGateway(StateResource address) {
    return natGateways.contains(address.name());
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html */
  private void created() {
    site.of(VPC)
        .count(1)
        .is("enableDnsHostnames", true)
        .is("enableDnsSupport", true)
        .isByDefault("instanceTenancy", "default");
    site.of(DEFAULT_GROUP).count(1).names(VPC_ID, VPC).isEmpty("ingress").isEmpty("egress");
    // Whoever has no group would have one of ours, with all of its rules.
    List<String> ours = site.of(GROUP).all(group -> group.id().orElse(""));
    site.of(DEFAULT_GROUP).where(it -> it.id().filter(ours::contains).isPresent()).count(0);
    site.of(INTERNET_GATEWAY).count(1);
    for (String type : List.of(INTERNET_GATEWAY, GROUP, SUBNET, ROUTE_TABLE, TARGET_GROUP)) {
      site.of(type).names(VPC_ID, VPC);
    }
    site.of(SUBNET)
        .count(2L * Zone.values().length)
        .isByDefault("mapPublicIpOnLaunch", false)
        .isByDefault("ipv6Native", false)
        .isByDefault("enableDns64", false);
    site.of(ROUTE_TABLE).count(1L + Zone.values().length);
    site.of(ROUTE_TABLE_ASSOCIATION).count(2L * Zone.values().length);
  }

  /** Of a network that is there the site has nothing. */
  private void existing(ExistingVpc existing) {
    for (String type : OF_NETWORK) {
      site.of(type).count(0);
    }
    for (String type : List.of(GROUP, TARGET_GROUP)) {
      site.of(type).is(VPC_ID, existing.id());
    }
  }

  /**
   * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html and
   * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html.
   */
  private void routes(int nat) {
    site.of(ROUTE)
        .where(route -> !StateIpv6.isOfIpv6(route))
        .count(1L + nat)
        .is("destinationCidrBlock", ANYWHERE)
        .isEmpty("destinationIpv6CidrBlock")
        .isEmpty("destinationPrefixListId");
    site.of(ROUTE)
        .where(this::isPublic)
        .count(1)
        .names("routeTableId", ROUTE_TABLE, this::isPublic, 1)
        .names("gatewayId", INTERNET_GATEWAY)
        .isEmpty("natGatewayId");
    site.of(ROUTE)
        .where(route -> !isPublic(route) && !StateIpv6.isOfIpv6(route))
        .names("routeTableId", ROUTE_TABLE, table -> !isPublic(table), 1)
        .names("natGatewayId", NAT_GATEWAY)
        .isEmpty("gatewayId");
    site.of(NAT_GATEWAY)
        .count(nat)
        .names("subnetId", SUBNET)
        .isByDefault("connectivityType", "public")
        .isEmpty("secondaryAllocationIds");
    for (String gateway : natGateways) {
      site.of(NAT_GATEWAY)
          .where(one -> one.name().equals(gateway))
          .names("allocationId", ADDRESS, address -> address.name().equals(gateway), 1);
    }
    site.of(ROUTE_TABLE).isEmpty("propagatingVgws").isByDefault("routes[].cidrBlock", ANYWHERE);
    site.of(ROUTE_TABLE).where(this::isPublic).isEmpty("routes[].natGatewayId");
    site.of(ROUTE_TABLE).where(table -> !isPublic(table)).isEmpty("routes[].gatewayId");
  }

  /** The route table of the public subnets, and the route in it, have this name. */
  private boolean isPublic(StateResource resource) {
    return resource.name().equals(publicRoutes);
  }
}
