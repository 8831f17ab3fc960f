package anyware.policy;

import anyware.catalogue.Catalogue;
import anyware.catalogue.Leg;
import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Row;
import anyware.catalogue.Service;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.settings.LicenseServer;
import anyware.settings.Peers;
import anyware.settings.Radius;
import anyware.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** The table's rows as flows between a site's roles and the settings' peers, without a balancer. */
final class TableFlows {
  private final Settings settings;

  TableFlows(Settings settings) {
    this.settings = settings;
  }

  List<Flow> all() {
    List<Flow> flows = new ArrayList<>();
    for (Row row : Catalogue.ROWS) {
      for (Leg leg : row.legs()) {
        if (isOn(leg)) {
          addFlow(flows, row, leg);
        }
      }
    }
    return flows;
  }

  private void addFlow(List<Flow> flows, Row row, Leg leg) {
    End component = end(component(row));
    End other = end(leg.other());
    if (other instanceof End.Outside outside && outside.addresses().isEmpty()) {
      return;
    }
    Justification justification =
        new Justification(row.number(), leg.other(), leg.option(), leg.reason());
    boolean inbound = row.direction() == Direction.INBOUND;
    flows.add(
        new Flow(
            inbound ? other : component,
            inbound ? component : other,
            service(row),
            leg.protocol(),
            List.of(justification)));
  }

  private boolean isOn(Leg leg) {
    return switch (leg.option()) {
      case ALWAYS -> true;
      case LEGACY_HTTP -> settings.legacyHttp();
      case RADIUS -> settings.radius().isPresent();
      case LICENSE_SERVER -> settings.licenseServer().isPresent();
      case NO_LICENSE_SERVER -> settings.licenseServer().isEmpty();
      case DNS_OVER_TCP -> settings.dnsOverTcp();
      case OUTSIDE_WORKSTATIONS -> !settings.peers().workstations().isEmpty();
      case BALANCER -> throw new IllegalStateException("no row of the table depends on a balancer");
    };
  }

  private Party component(Row row) {
    boolean elsewhere =
        row.component() == Role.LICENSE_SERVER
            && settings
                .licenseServer()
                .filter(LicenseServer.Existing.class::isInstance)
                .isPresent();
    return elsewhere ? Peer.OUTSIDE_LICENSE_SERVERS : row.component();
  }

  private Service service(Row row) {
    if (!row.configurable()) {
      return row.service();
    }
    int port =
        row.component() == Role.LICENSE_SERVER
            ? settings.licenseServer().map(LicenseServer::port).orElseThrow()
            : settings.radius().map(Radius::port).orElseThrow();
    return row.service().on(port);
  }

  private End end(Party party) {
    if (party instanceof Role role) {
      return new End.Members(role);
    }
    Peer peer = (Peer) party;
    return new End.Outside(peer, addresses(peer));
  }

  private AddressSet addresses(Peer peer) {
    Peers peers = settings.peers();
    return switch (peer) {
      case CLIENTS -> peers.clients();
      case ADMINISTRATORS -> peers.administrators();
      case ANYWARE_MANAGER -> peers.anywareManager();
      case SUMO_LOGIC -> peers.sumoLogic();
      case DOMAIN_CONTROLLERS -> peers.domainControllers();
      case DNS -> peers.dns();
      case OUTSIDE_WORKSTATIONS -> peers.workstations();
      case CLOUD_LICENSE_SERVER -> peers.cloudLicenseServer();
      case RADIUS -> settings.radius().map(Radius::servers).orElse(AddressSet.EMPTY);
      case OUTSIDE_LICENSE_SERVERS -> existingLicenseServers();
      case HEALTH_PROBES -> throw new IllegalStateException("no row of the table names probes");
    };
  }

  private AddressSet existingLicenseServers() {
    return settings.licenseServer().orElseThrow() instanceof LicenseServer.Existing existing
        ? existing.servers()
        : AddressSet.EMPTY;
  }
}
