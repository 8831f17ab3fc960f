package anyware.azure;

/**
 * The way out for machines without public addresses: members of an internal Standard balancer have
 * no other (https://learn.microsoft.com/azure/nat-gateway/nat-overview). It stands in no zone of
 * its own, and behind one network only.
 *
 * @param name the logical name
 * @param address the logical name of its public address
 */
public record NatGateway(String name, String address) {}
