package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;

/**
 * A role's part of a network that the plan makes
 * (https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet). It is filtered
 * by the role's network security group, and called like it.
 *
 * @param role the role
 * @param name the logical name, and the name within the network
 * @param range its addresses
 * @param nat whether its machines without public addresses go out through the network's NAT gateway
 */
public record Subnet(Role role, String name, Cidr range, boolean nat) {}
