package anyware.settings;

import anyware.catalogue.Party;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.net.AddressSet;

/** A PCoIP License Server that takes the cloud licence server's place. */
public sealed interface LicenseServer {
  /** Its TCP port, 1 to 65535. */
  int port();

  /** Who it is at the ends of flows. */
  Party party();

  /** The addresses of servers outside the stack; empty of one that the stack hosts. */
  AddressSet servers();

  /**
   * License Servers that exist outside the stack.
   *
   * @param servers their addresses; not empty
   * @param port their TCP port, 1 to 65535
   */
  record Existing(AddressSet servers, int port) implements LicenseServer {
    @Override
    public Party party() {
      return Peer.OUTSIDE_LICENSE_SERVERS;
    }
  }

  /**
   * A license-server role in every site.
   *
   * @param port its TCP port, 1 to 65535
   */
  record Hosted(int port) implements LicenseServer {
    @Override
    public Party party() {
      return Role.LICENSE_SERVER;
    }

    @Override
    public AddressSet servers() {
      return AddressSet.EMPTY;
    }
  }
}
