package anyware.azure;

import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.net.Family;
import anyware.net.Protocol;
import java.util.List;

/**
 * A place for every rule that there can be, the same in every stack, so that no rule moves when
 * others come and go. The party at the other end has a block, in it each service a stretch, in it
 * each protocol and address family a priority. A stretch leaves gaps.
 */
final class PriorityPlanner {
  /** Below all other rules of ours: the last priority that Azure has for them. */
  static final int REST = 4096;

  private static final int FIRST = 100;
  private static final int FIRST_CLOSED_PORT = 3900;
  private static final int PER_PARTY = 200;
  private static final int PER_SERVICE = 24;
  private static final int PER_PROTOCOL = 12;
  private static final int PER_FAMILY = 6;

  /** The order is fixed: append only. A block has room for eight. */
  private static final List<String> SERVICES =
      List.of(
          Service.HTTPS.name(),
          Service.HTTP.name(),
          Service.PCOIP.name(),
          Service.AGENT.name(),
          Service.LDAPS.name(),
          Service.RADIUS.name(),
          Service.DNS.name(),
          Service.LICENSE.name());

  private PriorityPlanner() {}

  /**
   * The priority of the rule that lets a flow pass.
   *
   * @param other the flow's end that is not the group's role
   * @param family the rule's addresses; IPv4 for a rule that names none
   */
  static int ofFlow(Party other, Service service, Protocol protocol, Family family) {
    return FIRST
        + block(other) * PER_PARTY
        + within(service, protocol)
        + (family == Family.IPV6 ? PER_FAMILY : 0);
  }

  /** The priority of the rule that closes one port to everybody else; below every flow's. */
  static int ofClosedPort(Service service, Protocol protocol) {
    return FIRST_CLOSED_PORT + within(service, protocol);
  }

  private static int within(Service service, Protocol protocol) {
    int number = SERVICES.indexOf(service.name());
    if (number < 0) {
      throw new IllegalArgumentException("no priorities for the service " + service.name());
    }
    return number * PER_SERVICE + (protocol == Protocol.UDP ? PER_PROTOCOL : 0);
  }

  /** Peers keep the order of {@link Peer}, so that a merged rule keeps its first peer's place. */
  private static int block(Party party) {
    if (party instanceof Role role) {
      return switch (role) {
        case CONNECTOR -> 0;
        case WORKSTATION -> 1;
        case LICENSE_SERVER -> 2;
        case BALANCER -> 3;
      };
    }
    return switch ((Peer) party) {
      case CLIENTS -> 4;
      case ADMINISTRATORS -> 5;
      case ANYWARE_MANAGER -> 6;
      case SUMO_LOGIC -> 7;
      case DOMAIN_CONTROLLERS -> 8;
      case DNS -> 9;
      case OUTSIDE_WORKSTATIONS -> 10;
      case HEALTH_PROBES -> 11;
      case CLOUD_LICENSE_SERVER -> 12;
      case RADIUS -> 13;
      case OUTSIDE_LICENSE_SERVERS -> 14;
    };
  }
}
