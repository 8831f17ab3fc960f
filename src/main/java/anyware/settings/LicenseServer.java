package anyware.settings;

import anyware.net.AddressSet;

/** A PCoIP License Server that takes the cloud licence server's place. */
public sealed interface LicenseServer {
  /** Its TCP port, 1 to 65535. */
  int port();

  /**
   * License Servers that exist outside the stack.
   *
   * @param servers their addresses; not empty
   * @param port their TCP port, 1 to 65535
   */
  record Existing(AddressSet servers, int port) implements LicenseServer {}

  /**
   * A license-server role in every site.
   *
   * @param port its TCP port, 1 to 65535
   */
  record Hosted(int port) implements LicenseServer {}
}
