package anyware.catalogue;

import java.util.Locale;

/**
 * An outside party known by its addresses. The order matters: where peers with the same addresses
 * share a rule, the first of them gives the rule its identity, so peers that are always there stand
 * before those that an option switches.
 */
public enum Peer implements Party {
  /** PCoIP clients. */
  CLIENTS,
  /** Administrators' web browsers. */
  ADMINISTRATORS,
  /** Anyware Manager as a Service, which the vendor also calls the CAM Service. */
  ANYWARE_MANAGER,
  /** SumoLogic, which collects the connector's logs. */
  SUMO_LOGIC,
  /** Domain controllers. */
  DOMAIN_CONTROLLERS,
  /** DNS servers. */
  DNS,
  /** Workstations outside the sites' networks. */
  OUTSIDE_WORKSTATIONS,
  /** The load balancing service's own health probes. */
  HEALTH_PROBES,
  /** PCoIP Cloud License Server. */
  CLOUD_LICENSE_SERVER,
  /** RADIUS servers. */
  RADIUS,
  /** PCoIP License Servers that exist outside the stack. */
  OUTSIDE_LICENSE_SERVERS;

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
