package anyware.audit;

import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Firewall.Judge;
import anyware.firewall.Packet.Host;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.plan.RoleSubnets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks two firewalls about a representative of every class of packets. Ports, protocols and
 * addresses are split wherever a rule of either begins or ends, so within a class neither side can
 * change its mind.
 *
 * @param left one firewall
 * @param right the other one
 */
record FirewallComparison(Side left, Side right) {
  /** Stands for every protocol that no rule names. */
  static final IpProtocol UNNAMED = new IpProtocol(253);

  /** The protocols that are always looked at. */
  static final List<IpProtocol> USUAL =
      List.of(
          IpProtocol.TCP,
          IpProtocol.UDP,
          IpProtocol.ICMP,
          IpProtocol.ICMPV6,
          IpProtocol.ESP,
          IpProtocol.AH,
          IpProtocol.SCTP,
          UNNAMED);

  /** Who is at addresses outside of every subnet: machines without a role. */
  private static final List<Optional<Role>> NOBODYS = List.of(Optional.empty());

  /**
   * A firewall to be asked.
   *
   * @param firewall the firewall
   * @param roleSubnets where the machines of its roles can be
   */
  record Side(Firewall firewall, RoleSubnets roleSubnets) {}

  /** Takes the answers. */
  interface Visitor {
    /** Both sides' answers on one class of packets. */
    void visit(PacketClass packets, Answer left, Answer right);
  }

  /**
   * What one side says about a class of packets.
   *
   * @param judge who decides
   * @param other the machine at the other end, as this side knows it
   */
  record Answer(Judge judge, Host other) {
    /** What becomes of the packets; cheap. */
    Outcome outcome() {
      return judge.outcome(other);
    }

    /** What decides; cheap too. */
    String rule() {
      return judge.rule(other);
    }
  }

  /** Asks about everything that a role's machines can receive and send. */
  void walk(Role at, Visitor visitor) {
    TreeSet<IpProtocol> protocols = new TreeSet<>(USUAL);
    protocols.addAll(left.firewall().protocols());
    protocols.addAll(right.firewall().protocols());
    for (Direction direction : Direction.values()) {
      for (IpProtocol protocol : protocols) {
        for (PortRange ports : portClasses(at, direction, protocol)) {
          walk(at, direction, protocol, ports, visitor);
        }
      }
    }
  }

  private List<PortRange> portClasses(Role at, Direction direction, IpProtocol protocol) {
    if (!protocol.hasPorts()) {
      return List.of(PortRange.of(0));
    }
    NavigableSet<Integer> starts = new TreeSet<>(List.of(0));
    starts.addAll(left.firewall().portBoundaries(at, direction, protocol));
    starts.addAll(right.firewall().portBoundaries(at, direction, protocol));
    int last = PortRange.ALL.last();
    return starts.headSet(last, true).stream()
        .map(
            start ->
                new PortRange(
                    start,
                    Optional.ofNullable(starts.higher(start)).map(next -> next - 1).orElse(last)))
        .toList();
  }

  private void walk(
      Role at, Direction direction, IpProtocol protocol, PortRange ports, Visitor visitor) {
    Judge leftJudge = left.firewall().judge(at, direction, protocol, ports.first());
    Judge rightJudge = right.firewall().judge(at, direction, protocol, ports.first());
    List<Cidr> prefixes = new ArrayList<>(leftJudge.prefixes());
    prefixes.addAll(rightJudge.prefixes());
    prefixes.addAll(left.roleSubnets().prefixes());
    prefixes.addAll(right.roleSubnets().prefixes());
    boolean alike = left.roleSubnets().equals(right.roleSubnets());
    for (AddressRange range : AddressClasses.of(prefixes)) {
      Set<Role> leftRoles = left.roleSubnets().roles(range);
      Set<Role> rightRoles = alike ? leftRoles : right.roleSubnets().roles(range);
      for (Optional<Role> role : othersOf(leftRoles, rightRoles)) {
        visitor.visit(
            new PacketClass(at, direction, protocol, ports, role, range),
            new Answer(leftJudge, host(role, leftRoles, range)),
            new Answer(rightJudge, host(role, rightRoles, range)));
      }
    }
  }

  private static List<Optional<Role>> othersOf(Set<Role> leftRoles, Set<Role> rightRoles) {
    if (leftRoles.isEmpty() && rightRoles.isEmpty()) {
      return NOBODYS;
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(leftRoles);
    roles.addAll(rightRoles);
    return roles.stream().map(Optional::of).toList();
  }

  /** A side that knows no such role there sees a machine without one. */
  private static Host host(Optional<Role> role, Set<Role> known, AddressRange range) {
    return new Host(role.filter(known::contains), range.first());
  }
}
