package anyware.report;

import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.settings.Site;
import java.util.Locale;

/** How far one who opens or accepts connections is trusted, by where it is. */
enum TrustZone {
  /** Anywhere. */
  INTERNET("Internet"),
  /** The company's own networks. */
  OFFICES("Offices and VPN"),
  /** What the cloud itself runs. */
  PLATFORM("The cloud's own"),
  /** Machines with public addresses. */
  PUBLIC("Public subnets"),
  /** Machines without. */
  PRIVATE("Private subnets"),
  /** What the vendor and its suppliers run. */
  VENDOR("Vendor's services");

  private final String title;

  TrustZone(String title) {
    this.title = title;
  }

  /** The name for a person. */
  String title() {
    return title;
  }

  /** The name in the page's style. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a site's machines of a role are. */
  static TrustZone of(Role role, Site site) {
    return switch (role) {
      case BALANCER ->
          site.balancer().filter(own -> own.scheme() == Balancer.Scheme.PUBLIC).isPresent()
              ? PUBLIC
              : PRIVATE;
      case CONNECTOR -> site.connectors() > 0 ? PUBLIC : PRIVATE;
      case WORKSTATION, LICENSE_SERVER -> PRIVATE;
    };
  }

  /** Where a peer is. */
  static TrustZone of(Peer peer) {
    return switch (peer) {
      case CLIENTS -> INTERNET;
      case ANYWARE_MANAGER, SUMO_LOGIC, CLOUD_LICENSE_SERVER -> VENDOR;
      case HEALTH_PROBES -> PLATFORM;
      case ADMINISTRATORS,
          SSH,
          INTERNAL_CLIENTS,
          DOMAIN_CONTROLLERS,
          DNS,
          RADIUS,
          OUTSIDE_LICENSE_SERVERS,
          OUTSIDE_WORKSTATIONS ->
          OFFICES;
    };
  }
}
