package anyware.azure;

/**
 * The ids of an application gateway's parts, which name each other. The gateway has the name of its
 * public address, which is made before it and replaced whenever it is, so that the new gateway
 * never meets the old one's name.
 *
 * @param gateway the gateway's id
 */
record GatewayIds(String gateway) {
  /** The name of the public frontend. */
  static final String PUBLIC = "public";

  /** The name of the private frontend. */
  static final String PRIVATE = "private";

  /** The name of what has to do with users' sessions: port, listener, rule and settings. */
  static final String SESSIONS = "sessions";

  /** The name of what has to do with the redirection: port, listener, rule and target. */
  static final String LEGACY = "legacy-http";

  /** The name of the only backend pool. */
  static final String POOL = "connectors";

  /** The name of the only health probe. */
  static final String PROBE = "health";

  /** The name of the only certificate, and of the place in the network. */
  static final String GATEWAY = "gateway";

  /** The name of the authority that connectors' certificates are of. */
  static final String ROOT = "connectors";

  /** The priority of the rule that takes sessions, before the redirection. */
  static final int SESSIONS_FIRST = 100;

  /** The priority of the redirection. */
  static final int LEGACY_LAST = 200;

  /** The ids of the gateway that is called like the public address with this id. */
  static GatewayIds beside(String id) {
    return new GatewayIds(id.replaceFirst("(?i)/publicIPAddresses/", "/applicationGateways/"));
  }

  String name() {
    return gateway.substring(gateway.lastIndexOf('/') + 1);
  }

  String frontend(String name) {
    return part("frontendIPConfigurations", name);
  }

  String port(String name) {
    return part("frontendPorts", name);
  }

  String listener(String name) {
    return part("httpListeners", name);
  }

  String pool() {
    return part("backendAddressPools", POOL);
  }

  String settings() {
    return part("backendHttpSettingsCollection", SESSIONS);
  }

  String probe() {
    return part("probes", PROBE);
  }

  String certificate() {
    return part("sslCertificates", GATEWAY);
  }

  String root() {
    return part("trustedRootCertificates", ROOT);
  }

  String redirection() {
    return part("redirectConfigurations", LEGACY);
  }

  private String part(String list, String name) {
    return gateway + "/" + list + "/" + name;
  }
}
