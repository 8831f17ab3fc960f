package anyware.catalogue;

import static anyware.net.Direction.INBOUND;
import static anyware.net.Direction.OUTBOUND;
import static anyware.net.Protocol.TCP;
import static anyware.net.Protocol.UDP;

import anyware.net.Direction;
import java.util.List;
import java.util.stream.Stream;

/**
 * The vendor's port table, row by row, and the addenda to it. Everything that opens a port derives
 * from them.
 *
 * <p>Two notes of the source page are easy to get wrong. A PCoIP License Server takes the place of
 * the cloud licence server only, so of row 3 just that leg goes. And a row tells one machine's
 * side: the policy adds the mirror at the other end where that end is denied by default too.
 */
public final class Catalogue {
  /** The page that the rows come from. */
  public static final String SOURCE =
      "https://www.teradici.com/web-help/pcoip_cloud_access_manager/CACv2/security/firewall_load_balancing_cac/";

  /** How clients inside and outside the corporate network reach workstations. */
  static final String CONNECTION_MODELS =
      "https://www.teradici.com/web-help/pcoip/anyware-architecture-guide/2022.07/connection_models/connection-models/";

  /** What a workstation's agent needs to be licensed, with the cloud licence server's addresses. */
  static final String AGENT_LICENSING =
      "https://www.teradici.com/web-help/pcoip_agent/graphics_agent/linux/23.06/admin-guide/installing/ubuntu/licensing/";

  /**
   * How a connector is installed: by SSH, and with the URL of a License Server where one is used.
   */
  static final String CONNECTOR_INSTALLATION =
      "https://www.teradici.com/web-help/cas_manager_as_a_service/cloud_access_connector/installing_cas_connector/";

  /** The table's rows, in the order of their numbers. */
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
              new Leg(Peer.INTERNAL_CLIENTS, TCP, Option.INTERNAL_CLIENTS, "session negotiation"),
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
              new Leg(Role.WORKSTATION, TCP, Option.CLIENTS, "PCoIP sessions, second leg"),
              new Leg(Role.WORKSTATION, UDP, Option.CLIENTS, "PCoIP sessions, second leg"),
              new Leg(
                  Peer.OUTSIDE_WORKSTATIONS,
                  TCP,
                  Option.OUTSIDE_SESSIONS,
                  "PCoIP sessions, second leg"),
              new Leg(
                  Peer.OUTSIDE_WORKSTATIONS,
                  UDP,
                  Option.OUTSIDE_SESSIONS,
                  "PCoIP sessions, second leg")),
          connector(
              7,
              OUTBOUND,
              Service.LDAPS,
              new Leg(
                  Peer.DOMAIN_CONTROLLERS, TCP, Option.ALWAYS, "user authentication and queries")),
          configurable(
              8,
              Role.CONNECTOR,
              OUTBOUND,
              Service.RADIUS,
              new Leg(Peer.RADIUS, UDP, Option.RADIUS, "multi-factor authentication")),
          connector(
              9,
              OUTBOUND,
              Service.DNS,
              new Leg(Peer.DNS, UDP, Option.ALWAYS, "name resolution"),
              new Leg(Peer.DNS, TCP, Option.DNS_OVER_TCP, "name resolution")),
          configurable(
              10,
              Role.LICENSE_SERVER,
              INBOUND,
              Service.LICENSE,
              new Leg(Role.WORKSTATION, TCP, Option.LICENSE_SERVER, "licence activation")));

  /** What a working deployment needs beside the table, by other pages of the vendor's. */
  public static final List<Row> ADDENDA =
      List.of(
          new Row(
              RowId.ofAddendum(1),
              Role.WORKSTATION,
              INBOUND,
              Service.PCOIP,
              false,
              List.of(
                  new Leg(
                      Peer.INTERNAL_CLIENTS,
                      TCP,
                      Option.INTERNAL_CLIENTS,
                      "PCoIP sessions inside the corporate network"),
                  new Leg(
                      Peer.INTERNAL_CLIENTS,
                      UDP,
                      Option.INTERNAL_CLIENTS,
                      "PCoIP sessions inside the corporate network")),
              CONNECTION_MODELS),
          new Row(
              RowId.ofAddendum(2),
              Role.WORKSTATION,
              OUTBOUND,
              Service.HTTPS,
              false,
              List.of(
                  new Leg(
                      Peer.CLOUD_LICENSE_SERVER,
                      TCP,
                      Option.NO_LICENSE_SERVER,
                      "licences of the PCoIP agents")),
              AGENT_LICENSING),
          new Row(
              RowId.ofAddendum(3),
              Role.CONNECTOR,
              OUTBOUND,
              Service.LICENSE,
              true,
              List.of(
                  new Leg(
                      Role.LICENSE_SERVER, TCP, Option.LICENSE_SERVER, "state of the licences")),
              CONNECTOR_INSTALLATION),
          ssh(Role.CONNECTOR, Option.SSH),
          ssh(Role.LICENSE_SERVER, Option.HOSTED_SSH));

  /** Everything that opens a port: the table's rows, then the addenda. */
  public static final List<Row> ALL = Stream.of(ROWS, ADDENDA).flatMap(List::stream).toList();

  private Catalogue() {}

  /**
   * The table's row with this number.
   *
   * @param number 1 to 10
   * @throws IllegalArgumentException when there is no such row
   */
  public static Row row(int number) {
    return ROWS.stream()
        .filter(row -> row.id().number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no row " + number));
  }

  private static Row connector(int number, Direction direction, Service service, Leg... legs) {
    return new Row(
        RowId.ofTable(number), Role.CONNECTOR, direction, service, false, List.of(legs), SOURCE);
  }

  private static Row configurable(
      int number, Role component, Direction direction, Service service, Leg leg) {
    return new Row(
        RowId.ofTable(number), component, direction, service, true, List.of(leg), SOURCE);
  }

  private static Row ssh(Role host, Option option) {
    return new Row(
        RowId.ofAddendum(4),
        host,
        INBOUND,
        Service.SSH,
        false,
        List.of(new Leg(Peer.SSH, TCP, option, "administration of the host")),
        CONNECTOR_INSTALLATION);
  }
}
