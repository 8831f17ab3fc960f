package anyware.azure;

import static anyware.azure.StateIndex.ADDRESS;
import static anyware.azure.StateIndex.APPLICATION_GATEWAY;
import static anyware.azure.StateIndex.APPLICATION_GROUP;
import static anyware.azure.StateIndex.DIAGNOSTICS;
import static anyware.azure.StateIndex.FLOW_LOG;
import static anyware.azure.StateIndex.GROUP;
import static anyware.azure.StateIndex.LOAD_BALANCER;
import static anyware.azure.StateIndex.NAT_GATEWAY;
import static anyware.azure.StateIndex.PRIVATE_RECORD;
import static anyware.azure.StateIndex.PROVIDER;
import static anyware.azure.StateIndex.RECORD;
import static anyware.azure.StateIndex.RESOURCE_GROUP;
import static anyware.azure.StateIndex.SUBNET;
import static anyware.azure.StateIndex.VIRTUAL_NETWORK;

import anyware.catalogue.Role;
import anyware.state.Constants;
import anyware.state.Deviation;
import anyware.state.StateResource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is the same in every plan, and what {@link SiteComponent} makes of it. */
final class StateConstants {
  private static final Set<String> TYPES =
      Set.of(
          PROVIDER,
          RESOURCE_GROUP,
          VIRTUAL_NETWORK,
          SUBNET,
          NAT_GATEWAY,
          GROUP,
          APPLICATION_GROUP,
          ADDRESS,
          LOAD_BALANCER,
          APPLICATION_GATEWAY,
          RECORD,
          PRIVATE_RECORD,
          FLOW_LOG,
          DIAGNOSTICS);
  private static final String IN_GROUP = "resourceGroupName";
  private static final String SKU = "sku.name";
  private static final String STANDARD = "Standard";

  private final Constants site;

  private StateConstants(List<StateResource> resources) {
    site = new Constants(resources);
  }

  /**
   * Where a site's resources differ from that.
   *
   * @param resources all of the site
   * @param read what they make up, as far as it could be read
   */
  static List<Deviation> deviations(List<StateResource> resources, Plan read) {
    if (resources.isEmpty()) {
      return List.of();
    }
    StateConstants constants = new StateConstants(resources);
    String region = read.region();
    Network network = read.network();
    Optional<SiteBalancer> balancer = read.balancer();
    constants.places(region, read.resourceGroup(), read.records());
    constants.groups(SiteNames.of(read.place(), Role.BALANCER.slug()));
    StateNetworkConstants ofNetwork = new StateNetworkConstants(constants.site);
    network.<Boolean>fold(ofNetwork::created, existing -> ofNetwork.existing());
    constants.addresses(network);
    if (constants.site.of(LOAD_BALANCER).size() > 0) {
      constants.balancer(
          region,
          network,
          balancer.flatMap(it -> it.fold(Optional::of, gateway -> Optional.empty())));
    }
    balancer
        .flatMap(it -> it.fold(passing -> Optional.<ApplicationGateway>empty(), Optional::of))
        .ifPresentOrElse(
            gateway -> new StateGatewayConstants(constants.site).check(region, gateway),
            () -> constants.site.of(APPLICATION_GATEWAY).count(0));
    StateRecords.check(constants.site, read.records(), balancer);
    StateLogs.check(constants.site, region, read.logging(), balancer);
    return constants.site.deviations();
  }

  /** Each subscription that holds zones has a provider besides. */
  private void places(String region, ResourceGroup group, List<DnsRecord> records) {
    site.hasOnly(TYPES)
        .of(PROVIDER)
        .count(1 + records.stream().map(one -> one.zone().subscription()).distinct().count());
    for (String type :
        List.of(
            VIRTUAL_NETWORK,
            NAT_GATEWAY,
            GROUP,
            APPLICATION_GROUP,
            ADDRESS,
            LOAD_BALANCER,
            APPLICATION_GATEWAY)) {
      site.of(type).is("location", region);
      inGroup(type, group);
    }
    inGroup(SUBNET, group);
    group.accept(
        created -> site.of(RESOURCE_GROUP).count(1).is("location", region),
        existing -> site.of(RESOURCE_GROUP).count(0));
  }

  private void inGroup(String type, ResourceGroup group) {
    Constants.OfType all = site.of(type).asAsked();
    group.accept(
        created -> all.names(IN_GROUP, RESOURCE_GROUP), existing -> all.is(IN_GROUP, existing));
  }

  /** The machines of a gateway join no group. */
  private void groups(String ofGateway) {
    site.of(APPLICATION_GROUP)
        .count(site.of(GROUP).where(group -> !group.name().equals(ofGateway)).size());
    site.of(GROUP).isByDefault("flushConnection", false);
  }

  /** An address that a NAT gateway uses names it. */
  private void addresses(Network network) {
    Optional<String> ofGateway =
        network.fold(
            created -> created.nat().map(NatGateway::address), existing -> Optional.empty());
    Constants.OfType addresses = site.of(ADDRESS);
    addresses
        .where(address -> !ofGateway.equals(Optional.of(address.name())))
        .isEmpty("natGateway");
    addresses
        .where(address -> ofGateway.equals(Optional.of(address.name())))
        .where(address -> address.current("natGateway").isPresent())
        .names("natGateway.id", NAT_GATEWAY);
    addresses
        .is(SKU, STANDARD)
        .isByDefault("sku.tier", "Regional")
        .is("publicIPAddressVersion", "IPv4")
        .is("publicIPAllocationMethod", "Static")
        .isEmpty("publicIPPrefix");
    reached(addresses);
  }

  /**
   * By which networks an address is reached, how long its connections last and who guards it
   * (https://learn.microsoft.com/rest/api/virtualnetwork/public-ip-addresses/create-or-update).
   */
  private static void reached(Constants.OfType addresses) {
    addresses
        .isEmpty("extendedLocation")
        .isEmpty("ipTags")
        .isEmpty("linkedPublicIPAddress")
        .isEmpty("servicePublicIPAddress")
        .isByDefault("migrationPhase", "None")
        .isByDefault("idleTimeoutInMinutes", 4)
        .isByDefault("ddosSettings.protectionMode", "VirtualNetworkInherited");
  }

  /** https://learn.microsoft.com/azure/load-balancer/components */
  private void balancer(String region, Network network, Optional<LoadBalancer> balancer) {
    site.of(LOAD_BALANCER)
        .count(1)
        .is(SKU, STANDARD)
        .isByDefault("sku.tier", "Regional")
        .is("frontendIPConfigurations[].name", BalancerIds.FRONTEND)
        .is("probes[].name", BalancerIds.PROBE)
        .is("probes[].protocol", "Https")
        .isEmpty("extendedLocation")
        .isEmpty("frontendIPConfigurations[].gatewayLoadBalancer")
        .isEmpty("frontendIPConfigurations[].publicIPPrefix")
        .isEmpty("backendAddressPools[].tunnelInterfaces")
        .isEmpty("inboundNatRules")
        .isEmpty("inboundNatPools")
        .isEmpty("outboundRules");
    balancer.ifPresent(
        read -> read.frontend().fold(this::outside, i -> inside(region), i -> inside(region)));
    boolean hasTargets = balancer.filter(read -> !read.targets().isEmpty()).isPresent();
    pools(network, balancer.map(read -> read.targets().size()).orElse(0));
    BalancerIds ids = new BalancerIds("");
    String pool = hasTargets ? ids.targets() : ids.pool();
    String rules = "loadBalancingRules[].";
    site.of(LOAD_BALANCER)
        .is(rules + "protocol", "Tcp")
        .is(rules + "loadDistribution", "SourceIP")
        .is(rules + "enableTcpReset", true)
        .is(rules + "disableOutboundSnat", true)
        .isByDefault(rules + "enableFloatingIP", false)
        .isIdEndingWith(rules + "frontendIPConfiguration.id", ids.frontend())
        .isIdEndingWith(rules + "backendAddressPool.id", pool)
        .isIdByDefault(rules + "backendAddressPools[].id", pool)
        .isIdEndingWith(rules + "probe.id", ids.probe());
  }

  private boolean outside(Frontend.Public frontend) {
    site.of(LOAD_BALANCER)
        .names("frontendIPConfigurations[].publicIPAddress.id", ADDRESS)
        .isEmpty("frontendIPConfigurations[].zones");
    return true;
  }

  /** Its subnet is in the plan. */
  private boolean inside(String region) {
    site.of(LOAD_BALANCER)
        .isEmpty("frontendIPConfigurations[].publicIPAddress")
        .isByDefault("frontendIPConfigurations[].privateIPAddressVersion", "IPv4")
        .are("frontendIPConfigurations[].zones[]", AvailabilityZones.of(region));
    return true;
  }

  /** Members of the first pool join from outside. */
  private void pools(Network network, int targets) {
    Constants.OfType balancer = site.of(LOAD_BALANCER);
    if (targets == 0) {
      balancer.are("backendAddressPools[].name", List.of(BalancerIds.POOL));
      return;
    }
    balancer.are("backendAddressPools[].name", List.of(BalancerIds.POOL, BalancerIds.TARGETS));
    String target = "backendAddressPools[].loadBalancerBackendAddresses[].virtualNetwork.id";
    network.fold(
        created -> balancer.names(target, VIRTUAL_NETWORK, other -> true, targets),
        existing -> balancer.are(target, Collections.nCopies(targets, existing.id())));
  }
}
