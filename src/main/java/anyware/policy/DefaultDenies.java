package anyware.policy;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.settings.Options;
import anyware.settings.Outbound;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;

/** Which directions a site denies by default. */
final class DefaultDenies {
  private DefaultDenies() {}

  static List<DefaultDeny> of(Site site) {
    Options options = site.options();
    List<DefaultDeny> denies = new ArrayList<>();
    denies.add(DefaultDeny.all(Role.CONNECTOR, Direction.INBOUND));
    denies.add(DefaultDeny.all(Role.CONNECTOR, Direction.OUTBOUND));
    denies.add(workstationInbound(site));
    addOutbound(denies, Role.WORKSTATION, options.outbound().workstation());
    if (options.hostsLicenseServer()) {
      denies.add(DefaultDeny.all(Role.LICENSE_SERVER, Direction.INBOUND));
      addOutbound(denies, Role.LICENSE_SERVER, options.outbound().licenseServer());
    }
    site.traits().stream()
        .flatMap(traits -> traits.filters().stream())
        .sorted()
        .forEach(direction -> denies.add(DefaultDeny.all(Role.BALANCER, direction)));
    return denies;
  }

  /**
   * Rules that only open add to a closed direction; elsewhere only the table's ports are closed.
   */
  private static DefaultDeny workstationInbound(Site site) {
    return site.cloud().rulesOnlyOpen()
        ? DefaultDeny.all(Role.WORKSTATION, Direction.INBOUND)
        : new DefaultDeny(
            Role.WORKSTATION, Direction.INBOUND, new TableFlows(site).portsOf(Role.WORKSTATION));
  }

  private static void addOutbound(List<DefaultDeny> denies, Role role, Outbound.Limit limit) {
    if (limit == Outbound.Limit.TABLE) {
      denies.add(DefaultDeny.all(role, Direction.OUTBOUND));
    }
  }
}
