package anyware.settings;

import anyware.catalogue.Peer;
import anyware.catalogue.PeerSetting;
import anyware.net.AddressSet;
import com.google.gson.JsonArray;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads {@code peers}: the peers of the catalogue that have a setting of their own. */
final class PeersReader {
  private final boolean open;
  private final Optional<Boolean> openAdministration;
  private final Predicate<String> isOptional;

  private PeersReader(
      boolean open, Optional<Boolean> openAdministration, Predicate<String> isOptional) {
    this.open = open;
    this.openAdministration = openAdministration;
    this.isOptional = isOptional;
  }

  /**
   * For the peers of a stack.
   *
   * @param openAdministration the setting of the same name, where it is given
   * @param isOptional whether a required peer need not be given here
   */
  static PeersReader ofStack(Optional<Boolean> openAdministration, Predicate<String> isOptional) {
    return new PeersReader(false, openAdministration, isOptional);
  }

  /**
   * For the peers that a site restates.
   *
   * @param open whether the stack lets everybody reach the management interface
   */
  static PeersReader ofSite(boolean open) {
    return new PeersReader(open, Optional.empty(), key -> true);
  }

  /**
   * The peers.
   *
   * @param inherited who is there where nothing is said
   */
  Optional<Peers> read(Node node, Peers inherited) {
    return node.section("a structure of address lists", peers -> peers(peers, inherited));
  }

  private Peers peers(Section peers, Peers inherited) {
    boolean administrationOpen = OpenAdministration.allowed(openAdministration, peers) || open;
    Map<Peer, AddressSet> addresses = new EnumMap<>(inherited.addresses());
    for (Peer peer : Peer.values()) {
      peer.setting()
          .flatMap(setting -> addresses(peers, setting, inherited, administrationOpen))
          .ifPresent(some -> addresses.put(peer, some));
    }
    return new Peers(addresses);
  }

  private Optional<AddressSet> addresses(
      Section peers, PeerSetting setting, Peers inherited, boolean administrationOpen) {
    boolean replaced =
        setting.alternative().filter(key -> isThere(peers, key, inherited)).isPresent();
    ValueReader<AddressSet> list =
        setting.mayBeEmpty() || replaced ? AddressLists::any : AddressLists::some;
    ValueReader<AddressSet> kind =
        setting.mayBeAnyone() || administrationOpen ? list : OpenAdministration.restricted(list);
    setting.fallback().ifPresent(known -> peers.byDefault(setting.key(), () -> list(known)));
    return setting.required() && !replaced && !isOptional.test(setting.key())
        ? peers.required(setting.key(), kind)
        : peers.optional(setting.key(), kind);
  }

  private static JsonArray list(AddressSet addresses) {
    JsonArray list = new JsonArray();
    addresses.prefixes().forEach(prefix -> list.add(prefix.toString()));
    return list;
  }

  /** Whether a peer is given here, or inherited. */
  private static boolean isThere(Section peers, String key, Peers inherited) {
    if (peers.has(key)) {
      return peers.raw(key) instanceof JsonArray list && !list.isEmpty();
    }
    return inherited.addresses().entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().setting().filter(other -> other.key().equals(key)).isPresent()
                    && !entry.getValue().isEmpty());
  }
}
