package anyware.catalogue;

import anyware.net.AddressSet;
import java.util.Optional;

/**
 * The setting under {@code peers} that brings a peer's addresses.
 *
 * @param key the setting's key
 * @param fallback the addresses where the setting is left out; empty when it is required
 * @param mayBeEmpty whether a list without an address is taken
 * @param mayBeAnyone whether every address of a family is taken without {@code
 *     allowOpenAdministration}
 * @param alternative the key of the setting that may stand in the place of a required one
 * @param page where the vendor says who the peer is, and what its addresses are if the fallback has
 *     any
 */
public record PeerSetting(
    String key,
    Optional<AddressSet> fallback,
    boolean mayBeEmpty,
    boolean mayBeAnyone,
    Optional<String> alternative,
    String page) {

  /** A setting that must be given, with one address at least. */
  static PeerSetting required(String key) {
    return new PeerSetting(key, Optional.empty(), false, true, Optional.empty(), Catalogue.SOURCE);
  }

  /** A setting of which nobody is meant where it is left out. */
  static PeerSetting optional(String key) {
    return new PeerSetting(
        key, Optional.of(AddressSet.EMPTY), true, true, Optional.empty(), Catalogue.SOURCE);
  }

  /** A setting with other addresses where it is left out; it may not be an empty list. */
  static PeerSetting withDefault(String key, String page, String... prefixes) {
    return new PeerSetting(
        key, Optional.of(AddressSet.of(prefixes)), false, true, Optional.empty(), page);
  }

  /** The same setting, which may be an empty list. */
  PeerSetting orNone() {
    return new PeerSetting(key, fallback, true, mayBeAnyone, alternative, page);
  }

  /** The same setting, which may not let in everybody by accident. */
  PeerSetting orRestricted() {
    return new PeerSetting(key, fallback, mayBeEmpty, false, alternative, page);
  }

  /** The same setting, which need not be given, or may be empty, where another one is given. */
  PeerSetting unless(String other) {
    return new PeerSetting(key, fallback, mayBeEmpty, mayBeAnyone, Optional.of(other), page);
  }

  /** The same setting of a peer that another page tells of. */
  PeerSetting from(String otherPage) {
    return new PeerSetting(key, fallback, mayBeEmpty, mayBeAnyone, alternative, otherPage);
  }

  /** Whether it must be given. */
  public boolean required() {
    return fallback.isEmpty();
  }
}
