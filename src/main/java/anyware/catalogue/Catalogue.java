package anyware.catalogue;

import static anyware.net.Direction.INBOUND;
import static anyware.net.Direction.OUTBOUND;
import static anyware.net.Protocol.TCP;
import static anyware.net.Protocol.UDP;

import anyware.net.Direction;
import java.util.List;

/**
 * The vendor's port table, row by row. Everything that opens a port derives from it.
 *
 * <p>Two notes of the source page are easy to get wrong. A PCoIP License Server takes the place of
 * the cloud licence server only, so of row 3 just that leg goes. And a row tells one machine's
 * side: the policy adds the mirror at the other end where that end is denied by default too.
 */
public final class Catalogue {
  /** The page that the rows come from. */
  public static final String SOURCE =
      "https://www.teradici.com/web-help/pcoip_cloud_access_manager/CACv2/security/firewall_load_balancing_cac/";

  /** All rows, in the order of their numbers. */
  public static final List<Row> ROWS =
      List.of(
          connector(
              1,
              INBOUND,
              Service.HTTP,
              new Leg(
                  Peer.ADMINISTRATORS,
                  TCP,
                  Option.LEGACY_HTTP,
                  "management interface, redirects to HTTPS")),
          connector(
              2,
              INBOUND,
              Service.HTTPS,
              new Leg(Peer.CLIENTS, TCP, Option.ALWAYS, "session negotiation"),
              new Leg(Peer.ADMINISTRATORS, TCP, Option.ALWAYS, "management interface")),
          connector(
              3,
              OUTBOUND,
              Service.HTTPS,
              new Leg(
                  Peer.ANYWARE_MANAGER, TCP, Option.ALWAYS, "directory sync and session brokering"),
              new Leg(
                  Peer.CLOUD_LICENSE_SERVER,
                  TCP,
                  Option.NO_LICENSE_SERVER,
                  "licence activation code check"),
              new Leg(Peer.SUMO_LOGIC, TCP, Option.ALWAYS, "log aggregation")),
          connector(
              4,
              OUTBOUND,
              Service.AGENT,
              new Leg(
                  Role.WORKSTATION, TCP, Option.ALWAYS, "prepares the PCoIP agent for a session"),
              new Leg(
                  Peer.OUTSIDE_WORKSTATIONS,
                  TCP,
                  Option.OUTSIDE_WORKSTATIONS,
                  "prepares the PCoIP agent for a session")),
          connector(
              5,
              INBOUND,
              Service.PCOIP,
              new Leg(Peer.CLIENTS, TCP, Option.ALWAYS, "PCoIP sessions"),
              new Leg(Peer.CLIENTS, UDP, Option.ALWAYS, "PCoIP sessions")),
          connector(
              6,
              OUTBOUND,
              Service.PCOIP,
              new Leg(Role.WORKSTATION, TCP, Option.ALWAYS, "PCoIP sessions, second leg"),
              new Leg(Role.WORKSTATION, UDP, Option.ALWAYS, "PCoIP sessions, second leg"),
              new Leg(
                  Peer.OUTSIDE_WORKSTATIONS,
                  TCP,
                  Option.OUTSIDE_WORKSTATIONS,
                  "PCoIP sessions, second leg"),
              new Leg(
                  Peer.OUTSIDE_WORKSTATIONS,
                  UDP,
                  Option.OUTSIDE_WORKSTATIONS,
                  "PCoIP sessions, second leg")),
          connector(
              7,
              OUTBOUND,
              Service.LDAPS,
              new Leg(
                  Peer.DOMAIN_CONTROLLERS, TCP, Option.ALWAYS, "user authentication and queries")),
          new Row(
              8,
              Role.CONNECTOR,
              OUTBOUND,
              Service.RADIUS,
              true,
              List.of(new Leg(Peer.RADIUS, UDP, Option.RADIUS, "multi-factor authentication"))),
          connector(
              9,
              OUTBOUND,
              Service.DNS,
              new Leg(Peer.DNS, UDP, Option.ALWAYS, "name resolution"),
              new Leg(Peer.DNS, TCP, Option.DNS_OVER_TCP, "name resolution")),
          new Row(
              10,
              Role.LICENSE_SERVER,
              INBOUND,
              Service.LICENSE,
              true,
              List.of(
                  new Leg(Role.WORKSTATION, TCP, Option.LICENSE_SERVER, "licence activation"))));

  private Catalogue() {}

  /**
   * The row with this number.
   *
   * @param number 1 to 10
   * @throws IllegalArgumentException when there is no such row
   */
  public static Row row(int number) {
    return ROWS.stream()
        .filter(row -> row.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no row " + number));
  }

  private static Row connector(int number, Direction direction, Service service, Leg... legs) {
    return new Row(number, Role.CONNECTOR, direction, service, false, List.of(legs));
  }
}
