package anyware.audit;

import anyware.audit.Finding.Kind;
import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.policy.Firewall;
import anyware.policy.Firewall.Judge;
import anyware.policy.Packet;
import anyware.policy.Packet.Host;
import anyware.policy.Policy;
import anyware.policy.PolicyFirewall;
import anyware.policy.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares a policy and a plan on a representative of every class of packets. Ports, protocols and
 * addresses are split wherever a flow or a rule begins or ends, so within a class neither side can
 * change its mind, and equality on the representatives is equality on all packets.
 */
public final class Audit {
  /** Stands for every protocol that no rule names. */
  private static final IpProtocol UNNAMED = new IpProtocol(253);

  private static final List<IpProtocol> USUAL =
      List.of(
          IpProtocol.TCP,
          IpProtocol.UDP,
          IpProtocol.ICMP,
          IpProtocol.ICMPV6,
          IpProtocol.ESP,
          IpProtocol.AH,
          IpProtocol.SCTP,
          UNNAMED);

  private final Policy policy;
  private final Firewall wanted;
  private final Firewall planned;
  private final Map<Role, List<Cidr>> terrain;
  private final List<Finding> findings = new ArrayList<>();

  private Audit(Policy policy, Firewall planned, Map<Role, List<Cidr>> terrain) {
    this.policy = policy;
    this.wanted = new PolicyFirewall(policy);
    this.planned = planned;
    this.terrain = terrain;
  }

  /**
   * Every class of packets on which the plan and the policy disagree; none means that they are
   * equal.
   *
   * @param policy what may pass
   * @param planned what the plan does, by the cloud's evaluator
   * @param terrain where each role's machines can be
   */
  public static List<Finding> of(Policy policy, Firewall planned, Map<Role, List<Cidr>> terrain) {
    Audit audit = new Audit(policy, planned, terrain);
    for (Role role : Role.values()) {
      if (policy.has(role)) {
        for (Direction direction : Direction.values()) {
          audit.compare(role, direction);
        }
      }
    }
    return List.copyOf(audit.findings);
  }

  private void compare(Role role, Direction direction) {
    TreeSet<IpProtocol> protocols = new TreeSet<>(USUAL);
    protocols.addAll(planned.protocols());
    for (IpProtocol protocol : protocols) {
      NavigableSet<Integer> ports = new TreeSet<>(List.of(0));
      if (protocol.hasPorts()) {
        ports.addAll(wanted.portBoundaries(role, direction, protocol));
        ports.addAll(planned.portBoundaries(role, direction, protocol));
      }
      for (int port : ports.headSet(65535, true)) {
        int last = Optional.ofNullable(ports.higher(port)).orElse(65536) - 1;
        compare(new PortClass(role, direction, protocol, port, protocol.hasPorts() ? last : 0));
      }
    }
  }

  private record PortClass(
      Role role, Direction direction, IpProtocol protocol, int first, int last) {
    Judge judge(Firewall firewall) {
      return firewall.judge(role, direction, protocol, first);
    }
  }

  private void compare(PortClass traffic) {
    Judge policyJudge = traffic.judge(wanted);
    Judge planJudge = traffic.judge(planned);
    List<Cidr> prefixes = new ArrayList<>(policyJudge.prefixes());
    prefixes.addAll(planJudge.prefixes());
    terrain.values().forEach(prefixes::addAll);
    for (AddressClasses.Range range : AddressClasses.of(prefixes)) {
      for (Host host : hosts(range)) {
        Outcome actual = planJudge.outcome(host);
        Outcome expected = expected(policyJudge.outcome(host), actual, traffic, host);
        if (expected != actual
            && !planned.isBeyondRules(traffic.direction(), host.address())) {
          Kind kind = expected == Outcome.OPEN ? Kind.TOO_NARROW : Kind.TOO_WIDE;
          add(traffic, range, host, kind, planJudge.verdict(host).rule());
        }
      }
    }
  }

  /** Where the policy has no say the platform's default holds, or anything goes. */
  private Outcome expected(Outcome wantedOutcome, Outcome actual, PortClass traffic, Host host) {
    return wantedOutcome == Outcome.UNGUARDED
        ? planned.platformDefault(traffic.role(), traffic.direction(), host).orElse(actual)
        : wantedOutcome;
  }

  private void add(
      PortClass traffic, AddressClasses.Range range, Host host, Kind kind, String rule) {
    Packet example =
        new Packet(traffic.role(), traffic.direction(), host, traffic.protocol(), traffic.first());
    findings.add(new Finding(policy.site(), kind, example, traffic.last(), range.last(), rule));
  }

  /** A role's subnet holds machines of that role only; everywhere else are machines without one. */
  private Collection<Host> hosts(AddressClasses.Range range) {
    List<Host> hosts = new ArrayList<>();
    terrain.forEach(
        (role, subnets) -> {
          if (subnets.stream().anyMatch(subnet -> subnet.contains(range.first()))) {
            hosts.add(Host.member(role, range.first()));
          }
        });
    return hosts.isEmpty() ? List.of(Host.outside(range.first())) : hosts;
  }
}
