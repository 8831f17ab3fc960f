package anyware.gcp;

import anyware.catalogue.Role;
import anyware.plan.Place;
import anyware.state.Constants;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is the same in every balancer of layer 4 and in the site's addresses, and what {@link
 * ComponentBalancer} makes of it:
 * https://cloud.google.com/load-balancing/docs/network/networklb-backend-service and
 * https://cloud.google.com/load-balancing/docs/internal.
 */
final class StatePassthroughConstants {
  private static final String SCHEME = "loadBalancingScheme";
  private static final String TIER = "networkTier";
  private static final String PREMIUM = "PREMIUM";
  private static final String IN_NETWORK = "network";
  private static final String IN_SUBNETWORK = "subnetwork";
  private static final String VERSION = "ipVersion";
  private static final String ENDPOINT = "ipv6EndpointType";

  private final Constants site;
  private final List<StateResource> rules;
  private final Network network;
  private final Predicate<StateResource> isIpv6;

  private StatePassthroughConstants(
      Place place, Constants site, List<StateResource> rules, Network network) {
    this.site = site;
    this.rules = rules;
    this.network = network;
    this.isIpv6 = StateBalancerReader.isIpv6(place);
  }

  /** Notes where a site's resources differ from that. */
  static void check(
      Place place,
      Constants site,
      List<StateResource> resources,
      Network network,
      Optional<LoadBalancer> balancer) {
    List<StateResource> rules =
        resources.stream()
            .filter(resource -> resource.type().equals(StateTypes.FORWARDING_RULE))
            .toList();
    StatePassthroughConstants constants =
        new StatePassthroughConstants(place, site, rules, network);
    constants.addresses();
    if (!rules.isEmpty()) {
      constants.balancer(
          balancer.filter(one -> one.ipv6() && one.fold(four -> true, seven -> false)).isPresent());
    }
  }

  private Predicate<StateResource> isIpv4() {
    return isIpv6.negate();
  }

  private void addresses() {
    List<String> internal =
        rules.stream()
            .filter(rule -> scheme(rule).equals(ComponentBalancer.INTERNAL))
            .map(StateResource::name)
            .toList();
    Constants.OfType all = site.of(StateTypes.ADDRESS).isByDefault(TIER, PREMIUM);
    all.where(isIpv4()).isByDefault(VERSION, "IPV4").isEmpty(ENDPOINT);
    all.where(isIpv6).is(VERSION, ComponentBalancer.IPV6);
    Constants.OfType outside =
        all.where(address -> !internal.contains(address.name()))
            .is("addressType", ComponentBalancer.EXTERNAL)
            .isEmpty("purpose");
    outside.where(isIpv4()).isEmpty(IN_SUBNETWORK);
    outside.where(isIpv6).is(ENDPOINT, ComponentBalancer.ENDPOINT);
    Constants.OfType inside =
        all.where(address -> internal.contains(address.name()))
            .is("addressType", ComponentBalancer.INTERNAL)
            .isByDefault("purpose", "GCE_ENDPOINT");
    inside.where(isIpv6).isEmpty(ENDPOINT);
  }

  private static String scheme(StateResource rule) {
    return rule.currentText(SCHEME).orElse("");
  }

  private void balancer(boolean ipv6) {
    String scheme = rules.stream().map(StatePassthroughConstants::scheme).findFirst().orElse("");
    boolean isInternal = scheme.equals(ComponentBalancer.INTERNAL);
    Constants.OfType all =
        site.of(StateTypes.FORWARDING_RULE)
            .count(ipv6 ? 2 : 1)
            .is(SCHEME, isInternal ? ComponentBalancer.INTERNAL : ComponentBalancer.EXTERNAL)
            .is("ipProtocol", "TCP")
            .names("backendService", StateTypes.BACKEND_SERVICE)
            .isByDefault(TIER, PREMIUM)
            .isByDefault("allPorts", false)
            .isEmpty("sourceIpRanges");
    all.where(isIpv4())
        .isByDefault(VERSION, "IPV4")
        .names("ipAddress", StateTypes.ADDRESS, isIpv4().and(this::isOfBalancer), 1);
    all.where(isIpv6)
        .is(VERSION, ComponentBalancer.IPV6)
        .names("ipAddress", StateTypes.ADDRESS, isIpv6, 1);
    Constants.OfType service = service(scheme);
    if (isInternal) {
      all.isEmpty("portRange");
      inNetwork(all);
      inNetwork(service);
      inSubnetwork(resource -> true);
    } else {
      all.isByDefault("allowGlobalAccess", false).isEmpty("ports").isEmpty(IN_NETWORK);
      all.where(isIpv4()).isEmpty(IN_SUBNETWORK);
      service.isEmpty(IN_NETWORK);
      inSubnetwork(isIpv6);
    }
    StateConstants.healthCheck(site, StateTypes.HEALTH_CHECK);
  }

  private Constants.OfType service(String scheme) {
    return site.of(StateTypes.BACKEND_SERVICE)
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
  }

  /** The balancer's address and its forwarding rule have one name. */
  private boolean isOfBalancer(StateResource address) {
    return rules.stream().anyMatch(rule -> rule.name().equals(address.name()));
  }

  private void inNetwork(Constants.OfType parts) {
    network.fold(
        created -> parts.names(IN_NETWORK, StateTypes.NETWORK),
        existing -> parts.is(IN_NETWORK, existing.link()));
  }

  /** Of rules and addresses, those with an address of the network. */
  private void inSubnetwork(Predicate<StateResource> which) {
    for (String type : List.of(StateTypes.FORWARDING_RULE, StateTypes.ADDRESS)) {
      Constants.OfType parts = site.of(type).where(which.and(this::isOfBalancer));
      network.fold(
          created ->
              parts.names(
                  IN_SUBNETWORK,
                  StateTypes.SUBNETWORK,
                  subnetwork -> isOfConnectors(created, subnetwork),
                  1),
          existing -> parts.is(IN_SUBNETWORK, existing.balancerSubnetwork().orElse("")));
    }
  }

  private static boolean isOfConnectors(Network.Created network, StateResource subnetwork) {
    return network.subnetworks().stream()
        .filter(own -> own.role() == Role.CONNECTOR)
        .anyMatch(own -> own.name().equals(subnetwork.name()));
  }
}
