package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.List;

/**
 * Where a balancer listens that takes every client's connections and passes them on: it filters
 * nothing, the machines behind it do.
 *
 * @param kind the platform's word for such a balancer, to follow an "a"
 * @param name the name of what listens, as verdicts give it
 * @param traffic what it passes on
 */
public record Listener(String kind, String name, List<Traffic> traffic) {

  /** Copies the traffic. */
  public Listener {
    traffic = List.copyOf(traffic);
  }

  /** The judge of packets to or from the balancer with this traffic. */
  Judge judge(Direction direction, IpProtocol protocol, int port) {
    if (direction == Direction.OUTBOUND) {
      return closed("a " + kind + " opens no connections of its own");
    }
    return traffic.stream().anyMatch(one -> one.matches(protocol, port))
        ? new FixedJudge(Outcome.OPEN, name, "a " + kind + " filters nothing")
        : closed("it listens on " + Traffic.text(traffic) + " only");
  }

  private Judge closed(String reason) {
    return new FixedJudge(Outcome.CLOSED, name, reason);
  }
}
