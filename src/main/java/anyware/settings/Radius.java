package anyware.settings;

import anyware.net.AddressSet;

/**
 * Multi-factor authentication by RADIUS.
 *
 * @param servers the servers' addresses; not empty
 * @param port their UDP port, 1 to 65535
 */
public record Radius(AddressSet servers, int port) {}
