package anyware.audit;

import anyware.firewall.Packet;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;

/**
 * One firewall on a connection's way.
 *
 * @param packet the connection's first packet as this firewall sees it
 * @param policy what the policy says
 * @param actual what the firewall does
 */
public record Hop(Packet packet, Verdict policy, Verdict actual) {

  /** Whether the firewall does what the policy says, as far as the policy says anything. */
  public boolean agrees() {
    return policy.outcome() == Outcome.PLATFORM_DEFAULT || policy.outcome() == actual.outcome();
  }
}
