package anyware.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * An outside party known by its addresses. The order matters: where peers with the same addresses
 * share a rule, the first of them gives the rule its identity, so peers that are always there stand
 * before those that an option switches.
 */
public enum Peer implements Party {
  /** PCoIP clients outside the corporate network: their sessions pass through the connectors. */
  CLIENTS(
      "PCoIP clients outside the corporate network",
      PeerSetting.required("clients").unless("internalClients")),
  /** Administrators' web browsers. */
  ADMINISTRATORS(
      "browsers that reach the management interface",
      PeerSetting.optional("administrators").orRestricted()),
  /**
   * Anyware Manager as a Service, which the vendor also calls the CAM Service. The page gives names
   * and no addresses.
   */
  ANYWARE_MANAGER(
      "Anyware Manager as a Service",
      PeerSetting.withDefault("anywareManager", Catalogue.SOURCE, "0.0.0.0/0")),
  /** SumoLogic, which collects the connector's logs. The page gives no addresses. */
  SUMO_LOGIC(
      "SumoLogic", PeerSetting.withDefault("sumoLogic", Catalogue.SOURCE, "0.0.0.0/0").orNone()),
  /** Domain controllers. */
  DOMAIN_CONTROLLERS("domain controllers", PeerSetting.required("domainControllers")),
  /** DNS servers. */
  DNS("DNS servers", PeerSetting.required("dns")),
  /** Workstations outside the sites' networks. */
  OUTSIDE_WORKSTATIONS(
      "workstations outside the sites' networks", PeerSetting.optional("workstations")),
  /** The load balancing service's own health probes. */
  HEALTH_PROBES("the load balancing service's health probes", "balancer"),
  /** PCoIP Cloud License Server. The agents' page gives the network blocks. */
  CLOUD_LICENSE_SERVER(
      "PCoIP Cloud License Server",
      PeerSetting.withDefault(
          "cloudLicenseServer",
          Catalogue.AGENT_LICENSING,
          "185.146.155.64/27",
          "2620:122:f005::/56")),
  /** RADIUS servers. */
  RADIUS("RADIUS servers", "radius.servers"),
  /** PCoIP License Servers that exist outside the stack. */
  OUTSIDE_LICENSE_SERVERS("PCoIP License Servers outside the stack", "licenseServer.servers"),
  /**
   * PCoIP clients inside the corporate network: brokered by the connectors, their sessions go
   * straight to the workstations.
   */
  INTERNAL_CLIENTS(
      "PCoIP clients inside the corporate network",
      PeerSetting.optional("internalClients").from(Catalogue.CONNECTION_MODELS)),
  /** Hosts from which the connectors' and license servers' hosts are administered. */
  SSH("hosts that administer connectors and license servers by SSH", "ssh");

  private final String title;
  private final String givenBy;

  // A record of texts and of a set that nobody can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Optional<PeerSetting> setting;

  Peer(String title, PeerSetting setting) {
    this.title = title;
    this.givenBy = "peers." + setting.key();
    this.setting = Optional.of(setting);
  }

  Peer(String title, String givenBy) {
    this.title = title;
    this.givenBy = givenBy;
    this.setting = Optional.empty();
  }

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Who it is, for people. */
  public String title() {
    return title;
  }

  /** The setting of its own; empty of a peer whose addresses come with something else. */
  public Optional<PeerSetting> setting() {
    return setting;
  }

  /**
   * The path of the setting that brings its addresses, such as {@code peers.clients}; of health
   * probes the balancer's, whose cloud has the addresses.
   */
  public String givenBy() {
    return givenBy;
  }

  @Override
  public <T> T fold(Function<Role, T> ofRole, Function<Peer, T> ofPeer) {
    return ofPeer.apply(this);
  }
}
