package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;

/**
 * The source or the destination of a security rule
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview).
 */
public sealed interface Side {
  /** Everybody, in both address families. */
  record Anybody() implements Side {}

  /**
   * The network interfaces that joined the role's application security group. An interface that did
   * not join is not meant, whatever its subnet
   * (https://learn.microsoft.com/azure/virtual-network/application-security-groups).
   *
   * @param role the role; one of those that the plan has a perimeter for
   */
  record Group(Role role) implements Side {}

  /**
   * Addresses that Microsoft keeps up to date under a name
   * (https://learn.microsoft.com/azure/virtual-network/service-tags-overview).
   *
   * @param name the service tag
   */
  record ServiceTag(String name) implements Side {}

  /**
   * Addresses of one family, as the platform asks of a rule.
   *
   * @param prefixes the addresses; not empty
   */
  record Addresses(AddressSet prefixes) implements Side {}
}
