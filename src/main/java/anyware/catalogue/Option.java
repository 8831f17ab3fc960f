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
  OUTSIDE_WORKSTATIONS("peers.workstations");

  private final String label;

  Option(String label) {
    this.label = label;
  }

  /** How reports name the setting. */
  public String label() {
    return label;
  }
}
