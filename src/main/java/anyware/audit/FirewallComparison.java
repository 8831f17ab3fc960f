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
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks two firewalls about a representative of every class of packets. Ports, protocols and
 * addresses are split wherever a rule of either begins or ends, so within a class neither side
 * decides now one way, now another.
 *
 * @param left one firewall
 * @param right the other one
 */
record FirewallComparison(Side left, Side right) {
  /** What machines outside of every role's subnets have. */
  private static final List<Optional<Role>> NO_ROLE = List.of(Optional.empty());

  /**
   * A firewall to be asked.
   *
   * @param firewall the firewall
   * @param roleSubnets where the machines of its roles can be
   */
  record Side(Firewall firewall, RoleSubnets roleSubnets) {
    private Judge judge(Role at, Direction direction, TrafficClass traffic) {
      return firewall.judge(at, direction, traffic.protocol().example(), traffic.ports().first());
    }
  }

  /** Takes the decisions. */
  interface Visitor {
    /** Both sides' decisions on one class of packets. */
    void visit(PacketClass packets, Decision left, Decision right);
  }

  /**
   * What one side does with a class of packets.
   *
   * @param judge who decides
   * @param other the machine at the other end, as this side knows it
   */
  record Decision(Judge judge, Host other) {
    /** What becomes of the packets; cheap. */
    Outcome outcome() {
      return judge.outcome(other);
    }

    /** What decides; cheap too. */
    String rule() {
      return judge.rule(other);
    }

    /** Whom nobody described, but the other end is taken for. */
    Optional<String> assumed() {
      return judge.assumed(other);
    }
  }

  /** Goes through everything that a role's machines can receive and send. */
  void walk(Role at, Visitor visitor) {
    Set<IpProtocol> named = new HashSet<>(left.firewall().protocols());
    named.addAll(right.firewall().protocols());
    List<ProtocolClass> protocols = ProtocolClass.partition(named);
    for (Direction direction : Direction.values()) {
      for (ProtocolClass protocol : protocols) {
        for (PortRange ports : portClasses(at, direction, protocol)) {
          walk(at, direction, new TrafficClass(protocol, ports), visitor);
        }
      }
    }
  }

  private List<PortRange> portClasses(Role at, Direction direction, ProtocolClass protocol) {
    if (!protocol.hasPorts()) {
      return List.of(PortRange.ALL);
    }
    NavigableSet<Integer> starts = new TreeSet<>(List.of(0));
    starts.addAll(left.firewall().portBoundaries(at, direction, protocol.example()));
    starts.addAll(right.firewall().portBoundaries(at, direction, protocol.example()));
    int last = PortRange.ALL.last();
    return starts.headSet(last, true).stream()
        .map(
            start ->
                new PortRange(
                    start,
                    Optional.ofNullable(starts.higher(start)).map(next -> next - 1).orElse(last)))
        .toList();
  }

  private void walk(Role at, Direction direction, TrafficClass traffic, Visitor visitor) {
    Judge leftJudge = left.judge(at, direction, traffic);
    Judge rightJudge = right.judge(at, direction, traffic);
    List<Cidr> prefixes = new ArrayList<>(leftJudge.prefixes());
    prefixes.addAll(rightJudge.prefixes());
    prefixes.addAll(left.roleSubnets().prefixes());
    prefixes.addAll(right.roleSubnets().prefixes());
    boolean alike = left.roleSubnets().equals(right.roleSubnets());
    for (AddressRange range : AddressClasses.of(prefixes)) {
      Set<Role> leftRoles = left.roleSubnets().roles(range);
      Set<Role> rightRoles = alike ? leftRoles : right.roleSubnets().roles(range);
      for (Optional<Role> role : rolesAt(leftRoles, rightRoles)) {
        visitor.visit(
            new PacketClass(at, direction, traffic, role, range),
            new Decision(leftJudge, host(role, leftRoles, range)),
            new Decision(rightJudge, host(role, rightRoles, range)));
      }
    }
  }

  private static List<Optional<Role>> rolesAt(Set<Role> leftRoles, Set<Role> rightRoles) {
    if (leftRoles.isEmpty() && rightRoles.isEmpty()) {
      return NO_ROLE;
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
