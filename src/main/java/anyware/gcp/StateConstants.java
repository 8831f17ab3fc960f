package anyware.gcp;

import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.state.Constants;
import anyware.state.Deviation;
import anyware.state.StateResource;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is the same in every plan, and what {@link SiteComponent} makes of it. Longer than 250 lines
 * because it has a line for each property.
 */
final class StateConstants {
  private static final String SCHEME = "loadBalancingScheme";
  private static final String TIER = "networkTier";
  private static final String PREMIUM = "PREMIUM";
  private static final String IN_NETWORK = "network";
  private static final String IN_SUBNETWORK = "subnetwork";
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
   * @param resources all of the site
   * @param project the provider's project
   * @param region the provider's region
   * @param network the network as it was read
   * @param balancer the balancer as it was read
   */
  static List<Deviation> deviations(
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
    constants.addresses();
    if (constants.site.of(StateTypes.FORWARDING_RULE).size() > 0) {
      constants.balancer(network);
    }
    StateApplicationConstants.check(constants.site, project, balancer);
    constants.records();
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
    site.of(StateTypes.NETWORK)
        .count(1)
        .is("autoCreateSubnetworks", false)
        .isByDefault("networkFirewallPolicyEnforcementOrder", "AFTER_CLASSIC_FIREWALL")
        .isByDefault("deleteDefaultRoutesOnCreate", false)
        .isByDefault("routingMode", "REGIONAL")
        .isByDefault("enableUlaInternalIpv6", false);
    site.of(StateTypes.SUBNETWORK)
        .count(network.subnetworks().size())
        .names(IN_NETWORK, StateTypes.NETWORK)
        .isByDefault("purpose", "PRIVATE")
        .isByDefault("stackType", "IPV4_ONLY")
        .isByDefault("privateIpGoogleAccess", false)
        .isByDefault("privateIpv6GoogleAccess", "DISABLE_GOOGLE_ACCESS")
        .isEmpty("secondaryIpRanges")
        .isEmpty("ipv6AccessType");
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
      made.current(PROJECT)
          .ifPresent(own -> site.of(StateTypes.FIREWALL).is(PROJECT, own.getAsString()));
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
  private void records() {
    site.of(StateTypes.RECORD_SET)
        .is("type", ComponentRecords.TYPE)
        .is("ttl", DnsRecord.LIFE)
        .isEmpty("routingPolicy");
  }

  private void addresses() {
    List<String> internal =
        of(StateTypes.FORWARDING_RULE).stream()
            .filter(rule -> scheme(rule).equals(ComponentBalancer.INTERNAL))
            .map(StateResource::name)
            .toList();
    site.of(StateTypes.ADDRESS).isByDefault(TIER, PREMIUM);
    site.of(StateTypes.ADDRESS)
        .where(address -> !internal.contains(address.name()))
        .is("addressType", ComponentBalancer.EXTERNAL)
        .isEmpty("purpose")
        .isEmpty(IN_SUBNETWORK);
    site.of(StateTypes.ADDRESS)
        .where(address -> internal.contains(address.name()))
        .is("addressType", ComponentBalancer.INTERNAL)
        .isByDefault("purpose", "GCE_ENDPOINT");
  }

  private List<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  private static String scheme(StateResource rule) {
    return rule.current(SCHEME).map(scheme -> scheme.getAsString()).orElse("");
  }

  /**
   * https://cloud.google.com/load-balancing/docs/network/networklb-backend-service and
   * https://cloud.google.com/load-balancing/docs/internal
   */
  private void balancer(Network network) {
    String scheme =
        of(StateTypes.FORWARDING_RULE).stream().map(StateConstants::scheme).findFirst().orElse("");
    Constants.OfType rule =
        site.of(StateTypes.FORWARDING_RULE)
            .count(1)
            .is("ipProtocol", "TCP")
            .names("ipAddress", StateTypes.ADDRESS, this::isOfBalancer, 1)
            .names("backendService", StateTypes.BACKEND_SERVICE)
            .isByDefault(TIER, PREMIUM)
            .isByDefault("allPorts", false)
            .isEmpty("sourceIpRanges");
    Constants.OfType service =
        site.of(StateTypes.BACKEND_SERVICE)
            .count(1)
            .is(SCHEME, scheme)
            .is("protocol", "TCP")
            .is("sessionAffinity", "CLIENT_IP")
            .names("healthChecks", StateTypes.HEALTH_CHECK)
            .isByDefault("connectionDrainingTimeoutSec", 0)
            .isByDefault("backends[].balancingMode", "CONNECTION")
            .isByDefault("backends[].failover", false)
            .isByDefault("logConfig.sampleRate", 1)
            .isEmpty("failoverPolicy");
    if (scheme.equals(ComponentBalancer.INTERNAL)) {
      rule.is(SCHEME, ComponentBalancer.INTERNAL).isEmpty("portRange");
      placed(rule, service, network);
    } else {
      rule.is(SCHEME, ComponentBalancer.EXTERNAL)
          .isByDefault("allowGlobalAccess", false)
          .isEmpty("ports")
          .isEmpty(IN_SUBNETWORK)
          .isEmpty(IN_NETWORK);
      service.isEmpty(IN_NETWORK);
    }
    healthCheck(site, StateTypes.HEALTH_CHECK);
  }

  /** The balancer's address and its forwarding rule have one name. */
  private boolean isOfBalancer(StateResource address) {
    return of(StateTypes.FORWARDING_RULE).stream()
        .anyMatch(rule -> rule.name().equals(address.name()));
  }

  /** An internal balancer is a part of the network. */
  private void placed(Constants.OfType rule, Constants.OfType service, Network network) {
    Constants.OfType address = site.of(StateTypes.ADDRESS).where(this::isOfBalancer);
    network.fold(
        created -> {
          Predicate<StateResource> isOfConnectors =
              subnetwork ->
                  created.subnetworks().stream()
                      .filter(own -> own.role() == Role.CONNECTOR)
                      .anyMatch(own -> own.name().equals(subnetwork.name()));
          rule.names(IN_NETWORK, StateTypes.NETWORK);
          rule.names(IN_SUBNETWORK, StateTypes.SUBNETWORK, isOfConnectors, 1);
          address.names(IN_SUBNETWORK, StateTypes.SUBNETWORK, isOfConnectors, 1);
          return service.names(IN_NETWORK, StateTypes.NETWORK);
        },
        existing -> {
          rule.is(IN_NETWORK, existing.link());
          address.is(IN_SUBNETWORK, existing.balancerSubnetwork().orElse(""));
          return service.is(IN_NETWORK, existing.link());
        });
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
