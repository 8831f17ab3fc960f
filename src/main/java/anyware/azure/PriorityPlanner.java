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
 * each protocol and address family a priority. No two are neighbours. There is room for sixteen
 * services and twenty-one parties, and for closing each of the services' ports.
 */
final class PriorityPlanner {
  /** Below all other rules of ours: the last priority that Azure has for them. */
  static final int REST = 4096;

  /** Stands for no place at all. No priority of Azure's, so the limits refuse the plan. */
  static final int NONE = 0;

  private static final int FIRST = 100;
  private static final int FIRST_CLOSED_PORT = 3900;

  /** Behind the last of the closed ports. */
  private static final int FIRST_GATEWAY_ACCESS = 4091;

  /** Blocks of the first parties are wide, those of the parties that came later narrow. */
  private static final int WIDE_BLOCKS = 15;

  private static final int WIDE_BLOCK = 200;
  private static final int WIDE_STEP = 6;
  private static final int NARROW_BLOCKS = 6;
  private static final int NARROW_BLOCK = 128;
  private static final int NARROW_STEP = 4;

  /** The services of a block's first half; those of the second stand between them. */
  private static final int HALF = 8;

  /** The order is fixed: append only. */
  private static final List<String> SERVICES =
      List.of(
          Service.HTTPS.name(),
          Service.HTTP.name(),
          Service.PCOIP.name(),
          Service.AGENT.name(),
          Service.LDAPS.name(),
          Service.RADIUS.name(),
          Service.DNS.name(),
          Service.LICENSE.name(),
          Service.SSH.name());

  private PriorityPlanner() {}

  /**
   * The priority of the rule that lets a flow pass; {@link #NONE} if there is none for its service.
   *
   * @param other the flow's end that is not the group's role
   * @param family the rule's addresses; IPv4 for a rule that names none
   */
  static int ofFlow(Party other, Service service, Protocol protocol, Family family) {
    return ofFlow(party(other), SERVICES.indexOf(service.name()), protocol, family);
  }

  /**
   * The priority of the rule that closes one port to everybody else, below every flow's; {@link
   * #NONE} if there is none for its service.
   */
  static int ofClosedPort(Service service, Protocol protocol) {
    return ofClosedPort(SERVICES.indexOf(service.name()), protocol);
  }

  /** The priority of what Azure demands at a gateway, between all others and the last. */
  static int ofGatewayAccess(GatewayAccess access) {
    return switch (access) {
      case MANAGER -> FIRST_GATEWAY_ACCESS;
      case PROBES -> FIRST_GATEWAY_ACCESS + 2;
    };
  }

  /** The priority by the numbers of the party and the service, from 0. */
  static int ofFlow(int party, int service, Protocol protocol, Family family) {
    if (party < WIDE_BLOCKS) {
      return place(FIRST + party * WIDE_BLOCK, WIDE_STEP, service, protocol, family);
    }
    int narrow = party - WIDE_BLOCKS;
    int first = FIRST + WIDE_BLOCKS * WIDE_BLOCK + narrow * NARROW_BLOCK;
    return narrow < NARROW_BLOCKS ? place(first, NARROW_STEP, service, protocol, family) : NONE;
  }

  /** The priority by the service's number, from 0. */
  static int ofClosedPort(int service, Protocol protocol) {
    return place(FIRST_CLOSED_PORT, WIDE_STEP, service, protocol, Family.IPV4);
  }

  private static int place(int first, int step, int service, Protocol protocol, Family family) {
    if (service < 0 || service >= 2 * HALF) {
      return NONE;
    }
    int stretch = (protocol == Protocol.UDP ? 2 : 0) + (family == Family.IPV6 ? 1 : 0);
    return first + (service % HALF * 4 + stretch) * step + service / HALF * (step / 2);
  }

  /** Peers keep the order of {@link Peer}, so that a merged rule keeps its first peer's place. */
  private static int party(Party party) {
    return party.fold(PriorityPlanner::role, PriorityPlanner::peer);
  }

  private static int role(Role role) {
    return switch (role) {
      case CONNECTOR -> 0;
      case WORKSTATION -> 1;
      case LICENSE_SERVER -> 2;
      case BALANCER -> 3;
    };
  }

  private static int peer(Peer peer) {
    return switch (peer) {
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
      case INTERNAL_CLIENTS -> 15;
      case SSH -> 16;
    };
  }
}
