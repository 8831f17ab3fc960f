package anyware.audit;

import anyware.audit.Finding.Kind;
import anyware.audit.SideBySide.Answer;
import anyware.audit.SideBySide.Side;
import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.policy.Firewall;
import anyware.policy.Packet;
import anyware.policy.Packet.Host;
import anyware.policy.Policy;
import anyware.policy.PolicyFirewall;
import anyware.policy.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares a policy and a plan on a representative of every class of packets: equality on the
 * representatives is equality on all packets.
 */
public final class Audit {
  private final Policy policy;
  private final List<Finding> findings = new ArrayList<>();

  private Audit(Policy policy) {
    this.policy = policy;
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
    Audit audit = new Audit(policy);
    Terrain places = new Terrain(terrain);
    SideBySide sides =
        new SideBySide(
            new Side(new PolicyFirewall(policy), places), new Side(planned, places));
    for (Role role : Role.values()) {
      if (policy.has(role)) {
        sides.walk(role, audit::compare);
      }
    }
    return List.copyOf(audit.findings);
  }

  private void compare(PacketClass packets, Answer wanted, Answer planned) {
    Outcome expected = wanted.outcome();
    if (expected != Outcome.UNGUARDED && expected != planned.outcome()) {
      Kind kind = expected == Outcome.OPEN ? Kind.TOO_NARROW : Kind.TOO_WIDE;
      Packet example =
          new Packet(
              packets.at(),
              packets.direction(),
              new Host(packets.other(), packets.addresses().first()),
              packets.protocol(),
              packets.ports().first());
      findings.add(
          new Finding(
              policy.site(),
              kind,
              example,
              packets.ports().last(),
              packets.addresses().last(),
              planned.verdict().rule()));
    }
  }
}
