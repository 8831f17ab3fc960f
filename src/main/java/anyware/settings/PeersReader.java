package anyware.settings;

import anyware.net.AddressSet;
import java.util.Optional;

/** Reads {@code peers}. */
final class PeersReader {
  private static final AddressSet ANY = AddressSet.of("0.0.0.0/0");

  /** Stands in where peers could not be read, so that reading goes on; never handed out. */
  static final Peers UNREAD =
      new Peers(
          AddressSet.EMPTY,
          AddressSet.EMPTY,
          AddressSet.EMPTY,
          AddressSet.EMPTY,
          AddressSet.EMPTY,
          AddressSet.EMPTY,
          AddressSet.EMPTY,
          AddressSet.EMPTY);

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
    AddressSet none = AddressSet.EMPTY;
    ValueReader<AddressSet> administrators =
        OpenAdministration.allowed(openAdministration, peers)
            ? Addresses::any
            : OpenAdministration::restricted;
    return new Peers(
        peers.required("clients", Addresses::some).orElse(none),
        peers.or("administrators", administrators, none),
        peers.required("domainControllers", Addresses::some).orElse(none),
        peers.required("dns", Addresses::some).orElse(none),
        peers.or("anywareManager", Addresses::some, ANY),
        peers.or("cloudLicenseServer", Addresses::some, ANY),
        peers.or("sumoLogic", Addresses::any, ANY),
        peers.or("workstations", Addresses::any, none));
  }
}
