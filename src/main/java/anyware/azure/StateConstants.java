package anyware.azure;

import anyware.state.Constants;
import anyware.state.Deviation;
import anyware.state.StateResource;
import java.util.List;

/** What is the same in every plan, and what {@link SiteComponent} makes of it. */
final class StateConstants {
  private static final String PROVIDER = "pulumi:providers:azure-native";
  private static final String RESOURCE_GROUP = "azure-native:resources:ResourceGroup";
  private static final String NETWORK = "azure-native:network:";
  private static final String VIRTUAL_NETWORK = NETWORK + "VirtualNetwork";
  private static final String SUBNET = NETWORK + "Subnet";
  private static final String GROUP = NETWORK + "NetworkSecurityGroup";
  private static final String APPLICATION_GROUP = NETWORK + "ApplicationSecurityGroup";
  private static final String ADDRESS = NETWORK + "PublicIPAddress";
  private static final String LOAD_BALANCER = NETWORK + "LoadBalancer";
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
   * @param region the network's location
   * @param group the resource group
   */
  static List<Deviation> deviations(
      List<StateResource> resources, String region, ResourceGroup group) {
    if (resources.isEmpty()) {
      return List.of();
    }
    StateConstants constants = new StateConstants(resources);
    constants.places(region, group);
    constants.network();
    if (constants.site.of(LOAD_BALANCER).size() > 0) {
      constants.balancer();
    }
    return constants.site.deviations();
  }

  private void places(String region, ResourceGroup group) {
    site.of(PROVIDER).count(1);
    for (String type : List.of(VIRTUAL_NETWORK, GROUP, APPLICATION_GROUP, ADDRESS, LOAD_BALANCER)) {
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

  /** https://learn.microsoft.com/azure/virtual-network/virtual-networks-overview */
  private void network() {
    site.of(VIRTUAL_NETWORK)
        .count(1)
        .isByDefault("enableDdosProtection", false)
        .isByDefault("enableVmProtection", false)
        .isEmpty("virtualNetworkPeerings")
        .isEmpty("dhcpOptions.dnsServers");
    site.of(SUBNET)
        .count(site.of(GROUP).size())
        .asAsked()
        .names("virtualNetworkName", VIRTUAL_NETWORK);
    site.of(SUBNET)
        .isSingle("addressPrefixes[]")
        .isEmpty("routeTable")
        .isEmpty("natGateway")
        .isEmpty("delegations")
        .isEmpty("serviceEndpoints")
        .isByDefault("privateEndpointNetworkPolicies", "Disabled")
        .isByDefault("privateLinkServiceNetworkPolicies", "Enabled");
    site.of(APPLICATION_GROUP).count(site.of(GROUP).size());
    site.of(GROUP).isByDefault("flushConnection", false);
    site.of(ADDRESS)
        .is(SKU, STANDARD)
        .isByDefault("sku.tier", "Regional")
        .is("publicIPAddressVersion", "IPv4")
        .is("publicIPAllocationMethod", "Static")
        .isEmpty("natGateway")
        .isEmpty("publicIPPrefix");
  }

  /** https://learn.microsoft.com/azure/load-balancer/components */
  private void balancer() {
    site.of(LOAD_BALANCER)
        .count(1)
        .is(SKU, STANDARD)
        .isByDefault("sku.tier", "Regional")
        .is("frontendIPConfigurations[].name", BalancerIds.FRONTEND)
        .names("frontendIPConfigurations[].publicIPAddress.id", ADDRESS)
        .isEmpty("frontendIPConfigurations[].subnet")
        .is("backendAddressPools[].name", BalancerIds.POOL)
        .is("probes[].name", BalancerIds.PROBE)
        .is("probes[].protocol", "Https")
        .isEmpty("inboundNatRules")
        .isEmpty("inboundNatPools")
        .isEmpty("outboundRules");
    String rules = "loadBalancingRules[].";
    site.of(LOAD_BALANCER)
        .is(rules + "protocol", "Tcp")
        .is(rules + "loadDistribution", "SourceIP")
        .is(rules + "enableTcpReset", true)
        .is(rules + "disableOutboundSnat", true)
        .isByDefault(rules + "enableFloatingIP", false)
        .isIdEndingWith(rules + "frontendIPConfiguration.id", new BalancerIds("").frontend())
        .isIdEndingWith(rules + "backendAddressPool.id", new BalancerIds("").pool())
        .isIdEndingWith(rules + "probe.id", new BalancerIds("").probe());
  }
}
