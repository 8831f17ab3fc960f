package anyware.catalogue;

/** The setting that switches a leg of the table. */
public enum Option {
  /** No setting: the leg always applies. */
  ALWAYS("always"),
  /** Applies when {@code legacyHttp} is true. */
  LEGACY_HTTP("legacyHttp"),
  /** Applies when {@code radius} is set. */
  RADIUS("radius"),
  /** Applies when {@code licenseServer} is set. */
  LICENSE_SERVER("licenseServer"),
  /** Applies when {@code licenseServer} is absent. */
  NO_LICENSE_SERVER("no licenseServer"),
  /** Applies when {@code dnsOverTcp} is true. */
  DNS_OVER_TCP("dnsOverTcp"),
  /** Applies when a balancer stands in front of the connectors. */
  BALANCER("balancer"),
  /** Applies when {@code peers.workstations} names workstations outside the sites. */
  OUTSIDE_WORKSTATIONS("peers.workstations"),
  /** Applies when there are clients outside the corporate network. */
  CLIENTS("peers.clients"),
  /** Applies when there are such clients, and {@code peers.workstations} names workstations. */
  OUTSIDE_SESSIONS("peers.clients and peers.workstations"),
  /** Applies when there are clients inside the corporate network. */
  INTERNAL_CLIENTS("peers.internalClients"),
  /** Applies when {@code ssh} names somebody. */
  SSH("ssh"),
  /** Applies when {@code ssh} names somebody and the stack hosts the License Server. */
  HOSTED_SSH("ssh and licenseServer.hosted");

  private final String label;

  Option(String label) {
    this.label = label;
  }

  /** How reports name the setting. */
  public String label() {
    return label;
  }
}
