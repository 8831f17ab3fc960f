package anyware.policy;

import anyware.catalogue.Catalogue;
import anyware.catalogue.Leg;
import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.Row;
import anyware.catalogue.Service;
import anyware.net.AddressSet;
import anyware.policy.DefaultDeny.ClosedPort;
import anyware.settings.LicenseServer;
import anyware.settings.Options;
import anyware.settings.Peers;
import anyware.settings.Radius;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The catalogue's rows as flows between a site's roles and the settings' peers, without a balancer.
 * Who has no address of the site's families is not there: no packet of theirs could get in.
 */
final class TableFlows {
  private final List<Row> rows;
  private final Options options;
  private final Peers peers;

  TableFlows(Site site) {
    this(Catalogue.ALL, site);
  }

  /** The flows of a table other than the vendor's. */
  TableFlows(List<Row> rows, Site site) {
    this.rows = List.copyOf(rows);
    this.options = site.options();
    this.peers = site.peers();
  }

  List<Flow> all() {
    List<Flow> flows = new ArrayList<>();
    for (Row row : rows) {
      for (Leg leg : row.legs()) {
        if (isOn(leg)) {
          flow(row, leg).ifPresent(flows::add);
        }
      }
    }
    return flows;
  }

  /**
   * The ports at which the table has the role accept connections, whichever options are on: what is
   * closed to others must not depend on who else may come.
   */
  Set<ClosedPort> portsOf(Role role) {
    return rows.stream()
        .flatMap(
            row ->
                row.legs().stream()
                    .filter(leg -> row.accepting(leg) == role)
                    .map(leg -> new ClosedPort(service(row), leg.protocol())))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The leg's flow, unless one of its ends is a peer without addresses. */
  private Optional<Flow> flow(Row row, Leg leg) {
    return end(row.opening(leg))
        .flatMap(from -> end(row.accepting(leg)).map(to -> flow(row, leg, from, to)));
  }

  private Flow flow(Row row, Leg leg, End from, End to) {
    Justification justification =
        new Justification(
            Optional.of(row.id()), from.party(), to.party(), leg.option(), leg.reason());
    return new Flow(from, to, service(row), leg.protocol(), List.of(justification));
  }

  private boolean isOn(Leg leg) {
    return switch (leg.option()) {
      case ALWAYS -> true;
      case LEGACY_HTTP -> options.legacyHttp();
      case RADIUS -> options.radius().isPresent();
      case LICENSE_SERVER -> options.licenseServer().isPresent();
      case NO_LICENSE_SERVER -> options.licenseServer().isEmpty();
      case DNS_OVER_TCP -> options.dnsOverTcp();
      case OUTSIDE_WORKSTATIONS -> isThere(Peer.OUTSIDE_WORKSTATIONS);
      case CLIENTS -> isThere(Peer.CLIENTS);
      case OUTSIDE_SESSIONS -> isThere(Peer.CLIENTS) && isThere(Peer.OUTSIDE_WORKSTATIONS);
      case INTERNAL_CLIENTS -> isThere(Peer.INTERNAL_CLIENTS);
      case SSH -> isThere(Peer.SSH);
      case HOSTED_SSH -> isThere(Peer.SSH) && options.hostsLicenseServer();
      case BALANCER -> throw new IllegalStateException("no row of the table depends on a balancer");
    };
  }

  private boolean isThere(Peer peer) {
    return !peers.of(peer).isEmpty();
  }

  /** The service on the port that the options give it; on the vendor's where they say nothing. */
  private Service service(Row row) {
    if (!row.configurable()) {
      return row.service();
    }
    Optional<Integer> port =
        row.service().equals(Service.LICENSE)
            ? options.licenseServer().map(LicenseServer::port)
            : options.radius().map(Radius::port);
    return port.map(row.service()::on).orElse(row.service());
  }

  private Optional<End> end(Party party) {
    return actual(party).fold(role -> Optional.of(new End.Members(role)), this::outside);
  }

  /** The table's License Server may be one outside the stack. */
  private Party actual(Party party) {
    return party == Role.LICENSE_SERVER
        ? options.licenseServer().map(LicenseServer::party).orElse(party)
        : party;
  }

  private Optional<End> outside(Peer peer) {
    AddressSet addresses = peers.of(peer);
    return addresses.isEmpty() ? Optional.empty() : Optional.of(new End.Outside(peer, addresses));
  }
}
