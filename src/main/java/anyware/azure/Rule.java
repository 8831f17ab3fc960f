package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.Traffic;
import anyware.plan.RuleLine;
import java.util.List;
import java.util.Locale;

/**
 * A rule of a network security group. The group's rules are tried by priority, the first that
 * matches decides, and answers to a connection that was let in or out pass as well. Where none
 * matches, the platform's own rules below ours decide: everything within the virtual network, the
 * platform's probes and all outbound traffic pass, other inbound traffic does not
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview).
 *
 * @param name unique in its group, at most 80 characters
 * @param description why the rule is there, at most 140 characters
 * @param priority 100 to 4096, lower first; unique in its group and direction
 * @param direction which way, seen from the machines in the group's subnet
 * @param access whether matching traffic passes
 * @param traffic the protocols and destination ports, any of which matches; empty for a denial that
 *     nobody can rely on, such as one of some source ports only
 * @param source who opens the connection
 * @param destination who accepts it
 */
public record Rule(
    String name,
    String description,
    int priority,
    Direction direction,
    Access access,
    List<Traffic> traffic,
    RuleEnd source,
    RuleEnd destination) {

  /** Copies the traffic. */
  public Rule {
    traffic = List.copyOf(traffic);
  }

  /** The end at the machines in the group's subnet. */
  RuleEnd own() {
    return direction == Direction.INBOUND ? destination : source;
  }

  /** The end opposite to them. */
  public RuleEnd other() {
    return direction == Direction.INBOUND ? source : destination;
  }

  /**
   * The rule in the words that all clouds share.
   *
   * @param role whose group it is in
   */
  RuleLine line(Role role) {
    return new RuleLine(
        name,
        role.slug(),
        direction.slug(),
        access.name().toLowerCase(Locale.ROOT),
        String.valueOf(priority),
        Traffic.text(traffic),
        other().text(),
        description);
  }
}
