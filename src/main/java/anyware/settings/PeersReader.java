package anyware.settings;

import anyware.catalogue.Peer;
import anyware.catalogue.PeerSetting;
import anyware.net.AddressSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code peers}: the peers of the catalogue that have a setting of their own. */
final class PeersReader {
  private PeersReader() {}

  /**
   * Reads the peers.
   *
   * @param openAdministration the setting of the same name, where it is given
   */
  static Optional<Peers> read(Node node, Optional<Boolean> openAdministration) {
    return node.section("a structure of address lists", peers -> peers(peers, openAdministration));
  }

  private static Peers peers(Section peers, Optional<Boolean> openAdministration) {
    boolean open = OpenAdministration.allowed(openAdministration, peers);
    Map<Peer, AddressSet> addresses = new EnumMap<>(Peer.class);
    for (Peer peer : Peer.values()) {
      peer.setting()
          .flatMap(setting -> addresses(peers, setting, open))
          .ifPresent(some -> addresses.put(peer, some));
    }
    return new Peers(addresses);
  }

  private static Optional<AddressSet> addresses(
      Section peers, PeerSetting setting, boolean openAdministration) {
    ValueReader<AddressSet> list = setting.mayBeEmpty() ? AddressLists::any : AddressLists::some;
    ValueReader<AddressSet> kind =
        setting.mayBeAnyone() || openAdministration ? list : OpenAdministration.restricted(list);
    return setting.required()
        ? peers.required(setting.key(), kind)
        : peers.optional(setting.key(), kind).or(setting::fallback);
  }
}
