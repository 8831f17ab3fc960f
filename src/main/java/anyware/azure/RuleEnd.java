package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import java.util.List;

/**
 * The source or the destination of a security rule
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview).
 */
public sealed interface RuleEnd {
  /** Everybody, in both address families. */
  record Anybody() implements RuleEnd {}

  /**
   * The network interfaces that joined the role's application security group. An interface that did
   * not join is not meant, whatever its subnet
   * (https://learn.microsoft.com/azure/virtual-network/application-security-groups).
   *
   * @param role the role; one of those that the plan has groups for
   */
  record Group(Role role) implements RuleEnd {}

  /**
   * The network interfaces that joined an application security group that is no role's. This
   * program plans none; somebody else may have added one.
   *
   * @param id the group's id
   */
  record UnknownGroup(String id) implements RuleEnd {}

  /**
   * Addresses that Microsoft keeps up to date under a name
   * (https://learn.microsoft.com/azure/virtual-network/service-tags-overview).
   *
   * @param name the service tag
   */
  record ServiceTag(String name) implements RuleEnd {}

  /**
   * Addresses of one family, as the platform asks of a rule.
   *
   * @param prefixes the addresses; not empty
   */
  record Addresses(AddressSet prefixes) implements RuleEnd {}

  /**
   * Everybody that any part means. This program plans none; a rule may name up to ten groups.
   *
   * @param parts at least two, none of them of this kind
   */
  record Several(List<RuleEnd> parts) implements RuleEnd {
    /** Copies the parts. */
    public Several {
      parts = List.copyOf(parts);
    }
  }
}
