package anyware.policy;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.settings.Site;
import java.util.List;

/**
 * What may pass at one site. In a direction that is denied by default exactly the flows pass; in
 * any other the platform's default stays, plus the flows.
 *
 * @param site the site's name
 * @param flows sorted by identity, no two alike
 * @param defaultDenies the directions that are denied by default
 */
public record Policy(String site, List<Flow> flows, List<DefaultDeny> defaultDenies) {

  /** Copies the lists. */
  public Policy {
    flows = List.copyOf(flows);
    defaultDenies = List.copyOf(defaultDenies);
  }

  /** The policy of a site. */
  public static Policy of(Site site) {
    List<Flow> table = new TableFlows(site).all();
    List<Flow> flows =
        site.balancer()
            .flatMap(
                balancer ->
                    site.traits().map(traits -> BalancerFlows.rewrite(table, balancer, traits)))
            .orElse(table);
    return new Policy(site.name(), MergedFlows.of(flows), DefaultDenies.of(site));
  }

  /** The flows that the role's firewall decides on in this direction, sorted by identity. */
  public List<Flow> flows(Role role, Direction direction) {
    return flows.stream().filter(flow -> flow.at(role, direction)).toList();
  }

  /** Whether the site has machines of this role. */
  public boolean has(Role role) {
    return defaultDenies.stream().anyMatch(deny -> deny.role() == role)
        || flows.stream().anyMatch(flow -> flow.at(role, Direction.INBOUND));
  }

  /**
   * Whether machines of the role may open every connection: nothing limits this direction. What
   * they accept is never open, since the platforms close what no rule opens.
   */
  public boolean isOpen(Role role, Direction direction) {
    return direction == Direction.OUTBOUND
        && role != Role.BALANCER
        && has(role)
        && defaultDenies.stream()
            .noneMatch(deny -> deny.role() == role && deny.direction() == direction);
  }

  /**
   * The flows that get a rule in the role's firewall: where the direction is open, those of the
   * table; what only an addendum asks for passes there without one.
   */
  public List<Flow> ruleFlows(Role role, Direction direction) {
    boolean open = isOpen(role, direction);
    return flows(role, direction).stream()
        .filter(flow -> !open || flow.rows().stream().anyMatch(row -> !row.addendum()))
        .toList();
  }
}
