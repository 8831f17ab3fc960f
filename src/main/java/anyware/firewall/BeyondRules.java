package anyware.firewall;

import anyware.firewall.Firewall.Judge;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.IpAddress;
import java.util.Set;

/**
 * The platform's own services, which no rule is asked about: packets to or from them pass.
 *
 * @param directions the directions in which that is so, seen from the machine
 * @param addresses where the services are
 * @param service what they are called, as verdicts name it
 * @param reason why they pass
 */
public record BeyondRules(
    Set<Direction> directions, AddressSet addresses, String service, String reason) {

  /** Copies the directions. */
  public BeyondRules {
    directions = Set.copyOf(directions);
  }

  /** Whether no rule is asked about this other end. */
  boolean includes(Direction direction, IpAddress other) {
    return directions.contains(direction) && addresses.contains(other);
  }

  /** Asks rules about everybody else. */
  Judge before(Direction direction, Judge rules) {
    return directions.contains(direction)
        ? new AddressJudge(addresses, new FixedJudge(Outcome.OPEN, service, reason), rules)
        : rules;
  }
}
