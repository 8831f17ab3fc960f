package anyware.azure;

import static anyware.azure.StateIndex.ADDRESS;
import static anyware.azure.StateIndex.GROUP;
import static anyware.azure.StateIndex.NAT_GATEWAY;
import static anyware.azure.StateIndex.SUBNET;
import static anyware.azure.StateIndex.VIRTUAL_NETWORK;

import anyware.net.Cidr;
import anyware.state.Constants;
import java.util.List;

/**
 * What is the same in every network that a plan makes, and that there is none where the plan makes
 * none.
 *
 * @param site the site's resources
 */
record StateNetworkConstants(Constants site) {
  /** https://learn.microsoft.com/azure/virtual-network/virtual-networks-overview */
  boolean created(Network.Created network) {
    site.of(VIRTUAL_NETWORK)
        .count(1)
        .isByDefault("enableDdosProtection", false)
        .isByDefault("enableVmProtection", false)
        .isByDefault("encryption.enabled", false)
        .isByDefault("flowTimeoutInMinutes", 4)
        .isEmpty("ddosProtectionPlan")
        .isEmpty("bgpCommunities")
        .isEmpty("extendedLocation")
        .isEmpty("ipAllocations")
        .isEmpty("virtualNetworkPeerings")
        .isEmpty("dhcpOptions.dnsServers");
    site.of(SUBNET)
        .count(site.of(GROUP).size())
        .asAsked()
        .names("virtualNetworkName", VIRTUAL_NETWORK);
    site.of(SUBNET)
        .where(subnet -> subnet.current("natGateway").isPresent())
        .names("natGateway.id", NAT_GATEWAY);
    site.of(SUBNET)
        .isEmpty("routeTable")
        .isEmpty("delegations")
        .isEmpty("serviceEndpoints")
        .isEmpty("serviceEndpointPolicies")
        .isEmpty("ipAllocations")
        .isByDefault("privateEndpointNetworkPolicies", "Disabled")
        .isByDefault("privateLinkServiceNetworkPolicies", "Enabled");
    network.perRole().forEach(this::hasNoOtherPrefixes);
    gateway(network);
    return true;
  }

  /** A plan has one prefix of a family; Azure takes several. */
  private void hasNoOtherPrefixes(Subnet subnet) {
    site.of(SUBNET)
        .where(resource -> resource.name().equals(subnet.name()))
        .areAmong("addressPrefixes[]", subnet.ranges().stream().map(Cidr::toString).toList());
  }

  /** https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource */
  private void gateway(Network.Created network) {
    site.of(NAT_GATEWAY)
        .count(network.nat().isPresent() ? 1 : 0)
        .is("sku.name", "Standard")
        .isByDefault("idleTimeoutInMinutes", 4)
        .isEmpty("publicIpPrefixes")
        .isEmpty("zones")
        .names("publicIpAddresses[].id", ADDRESS);
  }

  boolean existing() {
    for (String type : List.of(VIRTUAL_NETWORK, SUBNET, NAT_GATEWAY)) {
      site.of(type).count(0);
    }
    return true;
  }
}
