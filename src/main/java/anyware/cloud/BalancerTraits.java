package anyware.cloud;

import anyware.net.AddressSet;

/**
 * How a cloud's balancer changes what the connectors' firewall sees.
 *
 * @param hasGroup whether the balancer filters by a group of its own, which the connectors' rules
 *     can name as their source
 * @param keepsClientAddress whether connections reach the connectors with the client's address, so
 *     that their rules must admit the clients themselves
 * @param probes the addresses of the health probes; empty when they come from the balancer's group
 * @param subnets how many subnets of an existing network the balancer must be given
 */
public record BalancerTraits(
    boolean hasGroup, boolean keepsClientAddress, AddressSet probes, CountRange subnets) {}
