package anyware.policy;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.ArrayList;
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

  /** The policy of one of the settings' sites. */
  public static Policy of(Settings settings, Site site) {
    List<Flow> table = new TableFlows(settings).all();
    List<Flow> flows =
        site.balancer()
            .map(balancer -> BalancerFlows.rewrite(table, site.cloud().traits(balancer)))
            .orElse(table);
    return new Policy(site.name(), MergedFlows.of(flows), defaultDenies(settings, site));
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

  private static List<DefaultDeny> defaultDenies(Settings settings, Site site) {
    List<DefaultDeny> defaultDenies = new ArrayList<>();
    defaultDenies.add(DefaultDeny.all(Role.CONNECTOR, Direction.INBOUND));
    defaultDenies.add(DefaultDeny.all(Role.CONNECTOR, Direction.OUTBOUND));
    // Rules that only open add to a closed direction; elsewhere only the table's ports are closed.
    defaultDenies.add(
        site.cloud().rulesOnlyOpen()
            ? DefaultDeny.all(Role.WORKSTATION, Direction.INBOUND)
            : new DefaultDeny(
                Role.WORKSTATION,
                Direction.INBOUND,
                new TableFlows(settings).portsOf(Role.WORKSTATION)));
    if (settings.licenseServer().filter(s -> s.party() == Role.LICENSE_SERVER).isPresent()) {
      defaultDenies.add(DefaultDeny.all(Role.LICENSE_SERVER, Direction.INBOUND));
    }
    if (site.balancer().filter(b -> site.cloud().traits(b).hasGroup()).isPresent()) {
      defaultDenies.add(DefaultDeny.all(Role.BALANCER, Direction.INBOUND));
    }
    return defaultDenies;
  }
}
