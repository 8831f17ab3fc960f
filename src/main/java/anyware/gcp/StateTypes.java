package anyware.gcp;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  static final String GLOBAL_ADDRESS = "gcp:compute/globalAddress:GlobalAddress";
  static final String GLOBAL_FORWARDING_RULE =
      "gcp:compute/globalForwardingRule:GlobalForwardingRule";
  static final String HTTPS_PROXY = "gcp:compute/targetHttpsProxy:TargetHttpsProxy";
  static final String HTTP_PROXY = "gcp:compute/targetHttpProxy:TargetHttpProxy";
  static final String URL_MAP = "gcp:compute/uRLMap:URLMap";
  static final String GLOBAL_BACKEND_SERVICE = "gcp:compute/backendService:BackendService";
  static final String GLOBAL_HEALTH_CHECK = "gcp:compute/healthCheck:HealthCheck";
  static final String SSL_POLICY = "gcp:compute/sSLPolicy:SSLPolicy";
  static final String CERTIFICATE = "gcp:compute/managedSslCertificate:ManagedSslCertificate";
  static final String SECURITY_POLICY = "gcp:compute/securityPolicy:SecurityPolicy";
  static final String RECORD_SET = "gcp:dns/recordSet:RecordSet";

  /** The parts of a balancer of layer 7. */
  static final Set<String> OF_APPLICATION =
      Set.of(
          GLOBAL_ADDRESS,
          GLOBAL_FORWARDING_RULE,
          HTTPS_PROXY,
          HTTP_PROXY,
          URL_MAP,
          GLOBAL_BACKEND_SERVICE,
          GLOBAL_HEALTH_CHECK,
          SSL_POLICY,
          CERTIFICATE,
          SECURITY_POLICY);

  /** What every site can have besides. */
  private static final Set<String> OTHERS =
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
          FORWARDING_RULE,
          RECORD_SET);

  /** All of them. */
  static final Set<String> ALL =
      Stream.of(OTHERS, OF_APPLICATION)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private StateTypes() {}
}
