package anyware.settings;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stack asks for, complete and consistent.
 *
 * @param peers the outside parties, completed by the servers of {@code radius} and {@code
 *     licenseServer}
 * @param radius RADIUS, when used
 * @param legacyHttp whether the management interface's port for plain HTTP is open
 * @param licenseServer the License Server that replaces the cloud licence server, when there is one
 * @param dnsOverTcp whether name resolution may use TCP too
 * @param tags tags that every resource carries
 * @param quotas raised cloud quotas
 * @param sites the sites, sorted by name; at least one
 * @param expectations what must be open or closed, whatever else the settings say
 */
public record Settings(
    Peers peers,
    Optional<Radius> radius,
    boolean legacyHttp,
    Optional<LicenseServer> licenseServer,
    boolean dnsOverTcp,
    SortedMap<String, String> tags,
    Quotas quotas,
    List<Site> sites,
    List<Expectation> expectations) {

  /** Copies the collections and completes the peers. */
  public Settings {
    peers =
        peers
            .with(Peer.RADIUS, radius.map(Radius::servers).orElse(AddressSet.EMPTY))
            .with(
                Peer.OUTSIDE_LICENSE_SERVERS,
                licenseServer.map(LicenseServer::servers).orElse(AddressSet.EMPTY));
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    sites = List.copyOf(sites);
    expectations = List.copyOf(expectations);
  }
}
