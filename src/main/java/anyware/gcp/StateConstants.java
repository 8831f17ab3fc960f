package anyware.gcp;

import anyware.catalogue.Service;
import anyware.net.Family;
import anyware.plan.Place;
import anyware.state.Constants;
import anyware.state.Deviation;
import anyware.state.StateResource;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is the same in every plan, and what {@link SiteComponent} makes of it. */
final class StateConstants {
  private static final String IN_NETWORK = "network";
  private static final String PROJECT = "project";

  private final List<StateResource> resources;
  private final Constants site;

  private StateConstants(List<StateResource> resources) {
    this.resources = resources;
    site = new Constants(resources);
  }

  /**
   * Where a site's resources differ from that.
   *
   * @param place the site
   * @param resources all of the site
   * @param project the provider's project
   * @param region the provider's region
   * @param network the network as it was read
   * @param balancer the balancer as it was read
   */
  static List<Deviation> deviations(
      Place place,
      List<StateResource> resources,
      String project,
      String region,
      Network network,
      Optional<LoadBalancer> balancer) {
    if (resources.isEmpty()) {
      return List.of();
    }
    StateConstants constants = new StateConstants(resources);
    constants.places(project, region);
    network.fold(constants::created, constants::existing);
    StatePassthroughConstants.check(place, constants.site, resources, network, balancer);
    StateApplicationConstants.check(place, constants.site, project, balancer);
    constants.records(place);
    return constants.site.deviations();
  }

  private void places(String project, String region) {
    site.hasOnly(StateTypes.ALL).of(StateTypes.PROVIDER).count(1);
    for (String type :
        List.of(
            StateTypes.SUBNETWORK,
            StateTypes.ROUTER,
            StateTypes.ROUTER_NAT,
            StateTypes.ADDRESS,
            StateTypes.HEALTH_CHECK,
            StateTypes.BACKEND_SERVICE,
            StateTypes.FORWARDING_RULE)) {
      site.of(type).is("region", region).is(PROJECT, project);
    }
    site.of(StateTypes.NETWORK).is(PROJECT, project);
  }

  /** https://cloud.google.com/vpc/docs/vpc */
  private Constants created(Network.Created network) {
    Constants.OfType whole = site.of(StateTypes.NETWORK).count(1);
    whole
        .is("autoCreateSubnetworks", false)
        .isByDefault("networkFirewallPolicyEnforcementOrder", "AFTER_CLASSIC_FIREWALL")
        .isByDefault("deleteDefaultRoutesOnCreate", false)
        .isByDefault("routingMode", "REGIONAL");
    if (network.hasInternalIpv6()) {
      whole.is("enableUlaInternalIpv6", true);
    } else {
      whole.isByDefault("enableUlaInternalIpv6", false);
    }
    Constants.OfType subnetworks = site.of(StateTypes.SUBNETWORK);
    subnetworks
        .count(network.subnetworks().size())
        .names(IN_NETWORK, StateTypes.NETWORK)
        .isByDefault("purpose", "PRIVATE")
        .isByDefault("privateIpGoogleAccess", false)
        .isByDefault("privateIpv6GoogleAccess", "DISABLE_GOOGLE_ACCESS")
        .isEmpty("secondaryIpRanges");
    if (network.connectorAccess().isPresent()) {
      subnetworks.is("stackType", Ipv6Access.DUAL_STACK);
    } else {
      subnetworks.isByDefault("stackType", "IPV4_ONLY").isEmpty("ipv6AccessType");
    }
    if (isLogged(StateTypes.SUBNETWORK)) {
      site.of(StateTypes.SUBNETWORK)
          .is("logConfig.aggregationInterval", ComponentNetwork.INTERVAL)
          .is("logConfig.flowSampling", ComponentNetwork.SAMPLING)
          .is("logConfig.metadata", ComponentFirewalls.METADATA)
          .isByDefault("logConfig.filterExpr", "true")
          .isEmpty("logConfig.metadataFields");
    }
    firewalls().names(IN_NETWORK, StateTypes.NETWORK);
    for (StateResource made : of(StateTypes.NETWORK)) {
      made.currentText(PROJECT).ifPresent(own -> site.of(StateTypes.FIREWALL).is(PROJECT, own));
    }
    nat(network.nat());
    return site;
  }

  /** https://cloud.google.com/nat/docs/overview */
  private void nat(Optional<CloudNat> gateway) {
    int expected = gateway.isPresent() ? 1 : 0;
    site.of(StateTypes.ROUTER)
        .count(expected)
        .names(IN_NETWORK, StateTypes.NETWORK)
        .isEmpty("bgp")
        .isByDefault("encryptedInterconnectRouter", false);
    site.of(StateTypes.ROUTER_NAT)
        .count(expected)
        .names("router", StateTypes.ROUTER)
        .is("natIpAllocateOption", "AUTO_ONLY")
        .is("sourceSubnetworkIpRangesToNat", "LIST_OF_SUBNETWORKS")
        .names(
            "subnetworks[].name",
            StateTypes.SUBNETWORK,
            any -> true,
            gateway.map(nat -> nat.roles().size()).orElse(0))
        .isByDefault("enableDynamicPortAllocation", false)
        .isByDefault("enableEndpointIndependentMapping", false)
        .isByDefault("type", "PUBLIC")
        .isEmpty("natIps")
        .isEmpty("drainNatIps")
        .isEmpty("rules");
  }

  private Constants existing(Network.Existing network) {
    firewalls().is(IN_NETWORK, network.link()).is(PROJECT, Links.project(network.link()));
    return site;
  }

  private Constants.OfType firewalls() {
    boolean logged = isLogged(StateTypes.FIREWALL);
    Constants.OfType firewalls =
        site.of(StateTypes.FIREWALL)
            .isByDefault("disabled", false)
            .isByDefault("enableLogging", logged);
    return logged ? firewalls.is("logConfig.metadata", ComponentFirewalls.METADATA) : firewalls;
  }

  /** Whether there is a log of any, so that there has to be one of each. */
  private boolean isLogged(String type) {
    return of(type).stream()
        .flatMap(resource -> resource.current("logConfig").stream())
        .anyMatch(log -> log instanceof JsonObject there && there.size() > 0);
  }

  /** https://cloud.google.com/dns/docs/records-overview */
  private void records(Place place) {
    Predicate<StateResource> isIpv6 = StateBalancerReader.isIpv6(place);
    Constants.OfType all = site.of(StateTypes.RECORD_SET);
    all.where(isIpv6).is("type", Family.IPV6.recordType());
    all.where(isIpv6.negate()).is("type", Family.IPV4.recordType());
    all.is("ttl", DnsRecord.LIFE).isEmpty("routingPolicy");
  }

  private List<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /**
   * What is the same in the health check of either layer.
   *
   * @param site where deviations are noted
   * @param type the type of the check
   */
  static void healthCheck(Constants site, String type) {
    site.of(type)
        .count(1)
        .is("httpsHealthCheck.port", Service.HTTPS.port())
        .isByDefault("httpsHealthCheck.proxyHeader", "NONE")
        .isEmpty("httpsHealthCheck.host")
        .isEmpty("httpsHealthCheck.response")
        .isEmpty("tcpHealthCheck")
        .isEmpty("httpHealthCheck");
  }
}
