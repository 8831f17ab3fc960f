package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.List;
import java.util.Set;

/**
 * Where a balancer listens that takes every client's connections and passes them on: it filters
 * nothing, the machines behind it do.
 *
 * @param kind the platform's word for such a balancer, to follow an "a"
 * @param name the name of what listens, as verdicts give it
 * @param frontEnds what it passes on
 */
public record Listener(String kind, String name, List<FrontEnd> frontEnds) {

  /** Copies the front ends. */
  public Listener {
    frontEnds = List.copyOf(frontEnds);
  }

  /** What it passes on, of whatever family. */
  List<Traffic> traffic() {
    return FrontEnd.traffic(frontEnds);
  }

  /** The judge of packets to or from the balancer with this traffic. */
  Judge judge(Direction direction, IpProtocol protocol, int port) {
    if (direction == Direction.OUTBOUND) {
      return closed("a " + kind + " opens no connections of its own");
    }
    Set<Family> families = FrontEnd.families(frontEnds, protocol, port);
    return AddressJudge.of(
        families,
        new FixedJudge(Outcome.OPEN, name, "a " + kind + " filters nothing"),
        closed(FrontEnd.missed(families, traffic())));
  }

  private Judge closed(String reason) {
    return new FixedJudge(Outcome.CLOSED, name, reason);
  }
}
