package anyware.settings;

import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.net.Family;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The outside parties' addresses, whichever setting brings them.
 *
 * @param addresses an entry for every peer; empty addresses of one that is not there
 */
public record Peers(Map<Peer, AddressSet> addresses) {
  /** No peer is there. */
  public static final Peers NONE = new Peers(Map.of());

  /** Copies the map and completes it: a peer that it does not name has no addresses. */
  public Peers {
    Map<Peer, AddressSet> all = new EnumMap<>(Peer.class);
    for (Peer peer : Peer.values()) {
      all.put(peer, addresses.getOrDefault(peer, AddressSet.EMPTY));
    }
    addresses = Collections.unmodifiableMap(all);
  }

  /** The peer's addresses; empty when it is not there. */
  public AddressSet of(Peer peer) {
    return addresses.getOrDefault(peer, AddressSet.EMPTY);
  }

  /** These peers with their addresses of some families only. */
  public Peers ofFamilies(Set<Family> families) {
    Map<Peer, AddressSet> some = new EnumMap<>(addresses);
    some.replaceAll((peer, all) -> all.ofFamilies(families));
    return new Peers(some);
  }

  /** These peers, of which one has other addresses. */
  public Peers with(Peer peer, AddressSet others) {
    Map<Peer, AddressSet> changed = new EnumMap<>(addresses);
    changed.put(peer, others);
    return new Peers(changed);
  }
}
