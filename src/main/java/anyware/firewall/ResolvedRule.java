package anyware.firewall;

import anyware.firewall.Verdict.Outcome;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.Comparator;
import java.util.List;

/**
 * A rule with a priority as the machines of one role meet it in one direction, whatever the cloud.
 *
 * @param name the rule's name, as verdicts give it
 * @param reason why it is there; empty when nobody knows
 * @param priority the rule with the lowest number is asked first
 * @param outcome open when it lets traffic pass, closed when it drops it, and left to the platform
 *     when the rules behind the group decide
 * @param traffic the protocols and destination ports, any of which matches; empty for none
 * @param other who it means at the other end
 * @param builtIn whether the platform puts it into every firewall, so that nobody had it made for a
 *     packet
 */
public record ResolvedRule(
    String name,
    String reason,
    int priority,
    Outcome outcome,
    List<Traffic> traffic,
    ResolvedEnd other,
    boolean builtIn) {

  /**
   * The order in which rules are asked: by priority, and among equals a denial first, which is
   * Google's order
   * (https://cloud.google.com/firewall/docs/firewalls#priority_order_for_firewall_rules); Azure
   * takes no equals. The name only makes the order total.
   */
  static final Comparator<ResolvedRule> ORDER =
      Comparator.comparingInt(ResolvedRule::priority)
          .thenComparing(ResolvedRule::allows)
          .thenComparing(ResolvedRule::name);

  /** Copies the traffic. */
  public ResolvedRule {
    traffic = List.copyOf(traffic);
  }

  /** Whether it lets traffic pass. */
  boolean allows() {
    return outcome == Outcome.OPEN;
  }

  /** Whether it leaves the decision to the rules behind its group. */
  boolean goesOn() {
    return outcome == Outcome.PLATFORM_DEFAULT;
  }

  /** Whether the rule is about this traffic. */
  boolean carries(IpProtocol protocol, int port) {
    for (Traffic one : traffic) {
      if (one.matches(protocol, port)) {
        return true;
      }
    }
    return false;
  }

  /** Name and reason. */
  @Override
  public String toString() {
    return reason.isEmpty() ? name : name + ": " + reason;
  }
}
