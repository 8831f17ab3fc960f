package anyware.gcp;

import anyware.catalogue.Service;
import anyware.state.Constants;
import anyware.state.Deviation;
import anyware.state.StateResource;
import java.util.List;

/** What is the same in every plan, and what {@link SiteComponent} makes of it. */
final class StateConstants {
  private static final String PROVIDER = "pulumi:providers:gcp";
  private static final String NETWORK = "gcp:compute/network:Network";
  private static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
  private static final String FIREWALL = "gcp:compute/firewall:Firewall";
  private static final String ADDRESS = "gcp:compute/address:Address";
  private static final String HEALTH_CHECK = "gcp:compute/regionHealthCheck:RegionHealthCheck";
  private static final String BACKEND_SERVICE =
      "gcp:compute/regionBackendService:RegionBackendService";
  private static final String FORWARDING_RULE = "gcp:compute/forwardingRule:ForwardingRule";
  private static final String EXTERNAL = "EXTERNAL";
  private static final String SCHEME = "loadBalancingScheme";
  private static final String TIER = "networkTier";
  private static final String PREMIUM = "PREMIUM";
  private static final String IN_NETWORK = "network";

  private final Constants site;

  private StateConstants(List<StateResource> resources) {
    site = new Constants(resources);
  }

  /**
   * Where a site's resources differ from that.
   *
   * @param resources all of the site
   * @param region the provider's region
   * @param subnetworks how many subnets the plan has
   */
  static List<Deviation> deviations(List<StateResource> resources, String region, int subnetworks) {
    if (resources.isEmpty()) {
      return List.of();
    }
    StateConstants constants = new StateConstants(resources);
    constants.places(region);
    constants.network();
    constants.site.of(SUBNETWORK).count(subnetworks);
    if (constants.site.of(FORWARDING_RULE).size() > 0) {
      constants.balancer();
    }
    return constants.site.deviations();
  }

  private void places(String region) {
    site.of(PROVIDER).count(1);
    for (String type :
        List.of(SUBNETWORK, ADDRESS, HEALTH_CHECK, BACKEND_SERVICE, FORWARDING_RULE)) {
      site.of(type).is("region", region);
    }
  }

  /** https://cloud.google.com/vpc/docs/vpc */
  private void network() {
    site.of(NETWORK)
        .count(1)
        .is("autoCreateSubnetworks", false)
        .isByDefault("networkFirewallPolicyEnforcementOrder", "AFTER_CLASSIC_FIREWALL")
        .isByDefault("deleteDefaultRoutesOnCreate", false)
        .isByDefault("routingMode", "REGIONAL")
        .isByDefault("enableUlaInternalIpv6", false);
    site.of(SUBNETWORK)
        .names(IN_NETWORK, NETWORK)
        .isByDefault("purpose", "PRIVATE")
        .isByDefault("stackType", "IPV4_ONLY")
        .isByDefault("privateIpGoogleAccess", false)
        .isByDefault("privateIpv6GoogleAccess", "DISABLE_GOOGLE_ACCESS")
        .isEmpty("secondaryIpRanges")
        .isEmpty("ipv6AccessType")
        .isEmpty("logConfig");
    site.of(FIREWALL)
        .names(IN_NETWORK, NETWORK)
        .isByDefault("disabled", false)
        .isByDefault("enableLogging", false)
        .isEmpty("logConfig");
    site.of(ADDRESS)
        .is("addressType", EXTERNAL)
        .isByDefault(TIER, PREMIUM)
        .isEmpty("purpose")
        .isEmpty("subnetwork");
  }

  /** https://cloud.google.com/load-balancing/docs/network/networklb-backend-service */
  private void balancer() {
    site.of(FORWARDING_RULE)
        .count(1)
        .is(SCHEME, EXTERNAL)
        .is("ipProtocol", "TCP")
        .names("ipAddress", ADDRESS)
        .names("backendService", BACKEND_SERVICE)
        .isByDefault(TIER, PREMIUM)
        .isByDefault("allPorts", false)
        .isByDefault("allowGlobalAccess", false)
        .isEmpty("ports")
        .isEmpty("sourceIpRanges")
        .isEmpty("subnetwork")
        .isEmpty(IN_NETWORK);
    site.of(BACKEND_SERVICE)
        .count(1)
        .is(SCHEME, EXTERNAL)
        .is("protocol", "TCP")
        .is("sessionAffinity", "CLIENT_IP")
        .names("healthChecks", HEALTH_CHECK)
        .isByDefault("connectionDrainingTimeoutSec", 0)
        .isEmpty("failoverPolicy");
    site.of(HEALTH_CHECK)
        .count(1)
        .is("httpsHealthCheck.port", Service.HTTPS.port())
        .isByDefault("httpsHealthCheck.proxyHeader", "NONE")
        .isEmpty("httpsHealthCheck.host")
        .isEmpty("httpsHealthCheck.response")
        .isEmpty("tcpHealthCheck")
        .isEmpty("httpHealthCheck");
  }
}
