package anyware.settings;

import anyware.catalogue.Peer;
import anyware.catalogue.PeerSetting;
import anyware.catalogue.Role;
import anyware.net.AddressSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who there is and what is used: what decides about the flows, and what a site may restate of its
 * stack.
 *
 * @param peers the outside parties, completed by the servers of {@code radius} and {@code
 *     licenseServer}
 * @param radius RADIUS, when used
 * @param legacyHttp whether the management interface's port for plain HTTP is open
 * @param licenseServer the License Server that replaces the cloud licence server, when there is one
 * @param dnsOverTcp whether name resolution may use TCP too
 * @param outbound what the roles that the table does not limit may open by themselves
 */
public record Options(
    Peers peers,
    Optional<Radius> radius,
    boolean legacyHttp,
    Optional<LicenseServer> licenseServer,
    boolean dnsOverTcp,
    Outbound outbound) {
  /** What holds where nothing is said; the peers that must be given are not there. */
  public static final Options DEFAULT =
      new Options(defaultPeers(), Optional.empty(), false, Optional.empty(), false, Outbound.OPEN);

  /** Completes the peers. */
  public Options {
    peers =
        peers
            .with(Peer.RADIUS, radius.map(Radius::servers).orElse(AddressSet.EMPTY))
            .with(
                Peer.OUTSIDE_LICENSE_SERVERS,
                licenseServer.map(LicenseServer::servers).orElse(AddressSet.EMPTY));
  }

  private static Peers defaultPeers() {
    Map<Peer, AddressSet> peers = new EnumMap<>(Peer.class);
    for (Peer peer : Peer.values()) {
      peer.setting()
          .flatMap(PeerSetting::fallback)
          .ifPresent(addresses -> peers.put(peer, addresses));
    }
    return new Peers(peers);
  }

  /** Whether the stack hosts the License Server. */
  public boolean hostsLicenseServer() {
    return licenseServer.filter(server -> server.party() == Role.LICENSE_SERVER).isPresent();
  }

  /** Whether there are clients outside the corporate network, whose sessions need addresses. */
  public boolean hasClients() {
    return !peers.of(Peer.CLIENTS).isEmpty();
  }
}
