package anyware.attach;

import anyware.net.IpAddress;

/**
 * A static public address that a stack reserved for a connector.
 *
 * @param address the address
 * @param id the cloud's id of it (AWS: the allocation's)
 */
public record ReservedAddress(IpAddress address, String id) {}
