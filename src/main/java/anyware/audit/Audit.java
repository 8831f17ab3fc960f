package anyware.audit;

import anyware.audit.FirewallComparison.Decision;
import anyware.audit.FirewallComparison.Side;
import anyware.catalogue.Role;
import anyware.firewall.Firewall;
import anyware.firewall.Verdict.Outcome;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import anyware.plan.RoleSubnets;
import anyware.policy.Policy;
import anyware.policy.PolicyFirewall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Compares a policy and a plan on a representative of every class of packets: equality on the
 * representatives is equality on all packets.
 */
public final class Audit {
  private final Policy policy;
  private final Firewall planned;
  private final List<Finding> findings = new ArrayList<>();
  private long compared;

  private Audit(Policy policy, Firewall planned) {
    this.policy = policy;
    this.planned = planned;
  }

  /**
   * Every class of packets on which the plan and the policy disagree; none means that they are
   * equal.
   *
   * @param policy what may pass
   * @param planned what the plan does, by the cloud's evaluator
   * @param roleSubnets where each role's machines can be
   */
  public static List<Finding> of(Policy policy, Firewall planned, RoleSubnets roleSubnets) {
    return of(policy, planned, roleSubnets, EnumSet.allOf(Role.class));
  }

  /**
   * The same for some roles' firewalls only.
   *
   * @param policy what may pass
   * @param planned what really passes
   * @param roleSubnets where each role's machines can be, all roles included
   * @param roles whose firewalls are looked at
   */
  public static List<Finding> of(
      Policy policy, Firewall planned, RoleSubnets roleSubnets, Set<Role> roles) {
    return judge(policy, planned, roleSubnets, roles).findings();
  }

  /**
   * What came of comparing.
   *
   * @param findings the classes of packets on which policy and plan disagree
   * @param compared how many classes of packets both were asked about
   */
  record Judgement(List<Finding> findings, long compared) {
    /** Copies the findings. */
    Judgement {
      findings = List.copyOf(findings);
    }
  }

  /** The same with the number of classes that were compared. */
  static Judgement judge(
      Policy policy, Firewall planned, RoleSubnets roleSubnets, Set<Role> roles) {
    Audit audit = new Audit(policy, planned);
    Side wanted = new Side(new PolicyFirewall(policy), roleSubnets);
    for (Role role : Role.values()) {
      if (policy.has(role) && roles.contains(role)) {
        for (Firewall standpoint : planned.standpoints(role)) {
          new FirewallComparison(wanted, new Side(standpoint, roleSubnets))
              .walk(role, audit::compare);
        }
      }
    }
    return new Judgement(audit.findings, audit.compared);
  }

  private void compare(PacketClass packets, Decision wanted, Decision actual) {
    compared++;
    Outcome outcome = actual.outcome();
    Outcome expected = expected(packets, wanted, actual);
    if (expected != outcome && isJudged(packets) && !isUnavoidable(packets, expected)) {
      findings.add(
          expected == Outcome.OPEN
              ? Finding.tooNarrow(policy.site(), packets, actual.rule())
              : Finding.tooWide(policy.site(), packets, actual.rule(), actual.assumed()));
    }
  }

  /** Whether there are such packets, and rules are asked about them. */
  private boolean isJudged(PacketClass packets) {
    IpAddress other = packets.addresses().first();
    return planned.hosts().overlaps(packets.addresses())
        && planned.families(packets.at()).contains(other.family())
        && !planned.isBeyondRules(packets.direction(), other);
  }

  /** Whether others get in only because somebody has to, and the platform can't tell them apart. */
  private boolean isUnavoidable(PacketClass packets, Outcome expected) {
    IpProtocol protocol = packets.traffic().protocol().example();
    int port = packets.traffic().ports().first();
    return expected != Outcome.OPEN
        && planned.isForAnybody(packets.at(), packets.direction(), protocol, port)
        && policy.flows(packets.at(), packets.direction()).stream()
            .anyMatch(flow -> flow.carries(protocol, port));
  }

  /** Where the policy has no say the platform's default holds, or anything goes. */
  private Outcome expected(PacketClass packets, Decision wanted, Decision actual) {
    Outcome outcome = wanted.outcome();
    return outcome == Outcome.PLATFORM_DEFAULT
        ? planned
            .platformDefault(packets.at(), packets.direction(), actual.other())
            .orElseGet(actual::outcome)
        : outcome;
  }
}
