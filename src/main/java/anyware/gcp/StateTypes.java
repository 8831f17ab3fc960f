package anyware.gcp;

import java.util.Set;

/** The provider's type tokens of what {@link SiteComponent} registers. */
final class StateTypes {
  static final String PROVIDER = "pulumi:providers:gcp";
  static final String NETWORK = "gcp:compute/network:Network";
  static final String SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
  static final String ROUTER = "gcp:compute/router:Router";
  static final String ROUTER_NAT = "gcp:compute/routerNat:RouterNat";
  static final String FIREWALL = "gcp:compute/firewall:Firewall";
  static final String ADDRESS = "gcp:compute/address:Address";
  static final String HEALTH_CHECK = "gcp:compute/regionHealthCheck:RegionHealthCheck";
  static final String BACKEND_SERVICE = "gcp:compute/regionBackendService:RegionBackendService";
  static final String FORWARDING_RULE = "gcp:compute/forwardingRule:ForwardingRule";

  /** All of them. */
  static final Set<String> ALL =
      Set.of(
          PROVIDER,
          NETWORK,
          SUBNETWORK,
          ROUTER,
          ROUTER_NAT,
          FIREWALL,
          ADDRESS,
          HEALTH_CHECK,
          BACKEND_SERVICE,
          FORWARDING_RULE);

  private StateTypes() {}
}
