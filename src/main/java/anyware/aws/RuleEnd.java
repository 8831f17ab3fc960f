package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;

/**
 * The source of an inbound rule, or the destination of an outbound one: one prefix, one group or
 * one prefix list (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 */
public sealed interface RuleEnd {
  /** The end's part of a rule's identity. */
  String slug();

  /**
   * Addresses.
   *
   * @param cidr one IPv4 or IPv6 prefix
   */
  record Addresses(Cidr cidr) implements RuleEnd {
    @Override
    public String slug() {
      return cidr.toString().replace('.', '-').replace(':', '-').replace('/', '-');
    }
  }

  /**
   * All network interfaces that carry a role's group, known by their private addresses.
   *
   * @param role the role, which has a group in the same plan
   */
  record Members(Role role) implements RuleEnd {
    @Override
    public String slug() {
      return role.slug();
    }
  }

  /**
   * Machines that the plan does not know: another owner's group or a prefix list, found in a
   * network that somebody changed by hand.
   *
   * @param id the cloud's identity, such as {@code pl-0123456789abcdef0}
   */
  record Foreign(String id) implements RuleEnd {
    @Override
    public String slug() {
      return id;
    }
  }
}
