package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A role's part of a network that the plan makes
 * (https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet). It is filtered
 * by the role's network security group, and called like it.
 *
 * @param role the role
 * @param name the logical name, and the name within the network
 * @param range its IPv4 addresses
 * @param ipv6Range its IPv6 addresses, a /64; absent where machines have none
 * @param nat whether its machines without public addresses go out through the network's NAT
 *     gateway, by IPv4
 */
public record Subnet(Role role, String name, Cidr range, Optional<Cidr> ipv6Range, boolean nat) {

  /** All of its addresses, IPv4 first. */
  public List<Cidr> ranges() {
    return Stream.concat(Stream.of(range), ipv6Range.stream()).toList();
  }
}
