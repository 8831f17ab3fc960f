package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.plan.Gate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The source of an inbound rule, or the destination of an outbound one: one prefix, one group or
 * one prefix list (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 */
public sealed interface RuleEnd {
  /** The end's part of a rule's identity. */
  String slug();

  /** The end without what it stands for: a prefix, a role, a list's or a group's name. */
  default String label() {
    return slug();
  }

  /** The roles whose machines are at this end, whatever their addresses. */
  default Set<Role> members() {
    return Set.of();
  }

  /**
   * The addresses at this end, whoever has them.
   *
   * @param lists the prefix lists of the plan
   */
  AddressSet addresses(Collection<PrefixList> lists);

  /**
   * What a rule with this end counts against the quota of rules of one address family
   * (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups).
   *
   * @param family the family
   * @param lists the prefix lists of the plan
   */
  int weight(Family family, Collection<PrefixList> lists);

  /** The prefix of this family that the rule itself has; absent where it names somebody. */
  default Optional<Cidr> prefix(Family family) {
    return Optional.empty();
  }

  /** Whether it is a prefix list of the plan, of this family. */
  default boolean isListOf(Family family) {
    return false;
  }

  /** The cloud's identity of machines that the plan does not know. */
  default Optional<String> foreignId() {
    return Optional.empty();
  }

  /**
   * Who is meant, for a person: the addresses, or how the cloud calls whoever has them.
   *
   * @param lists the prefix lists of the plan
   */
  default String text(Collection<PrefixList> lists) {
    AddressSet addresses = addresses(lists);
    return addresses.isEmpty() ? label() : addresses.toString();
  }

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

    @Override
    public String label() {
      return cidr.toString();
    }

    @Override
    public AddressSet addresses(Collection<PrefixList> lists) {
      return new AddressSet(List.of(cidr));
    }

    @Override
    public int weight(Family family, Collection<PrefixList> lists) {
      return cidr.family() == family ? 1 : 0;
    }

    @Override
    public Optional<Cidr> prefix(Family family) {
      return Optional.of(cidr).filter(own -> own.family() == family);
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

    @Override
    public Set<Role> members() {
      return Set.of(role);
    }

    @Override
    public AddressSet addresses(Collection<PrefixList> lists) {
      return AddressSet.EMPTY;
    }

    /** One, whatever the family: a rule that names a group is about both. */
    @Override
    public int weight(Family ofFamily, Collection<PrefixList> lists) {
      return 1;
    }
  }

  /**
   * The addresses of a prefix list, whatever they are.
   *
   * @param gate where they pass; the list is in the same plan
   * @param family the list's family
   */
  record Listed(Gate gate, Family family) implements RuleEnd {
    @Override
    public String slug() {
      return "peers-" + family.slug();
    }

    @Override
    public String label() {
      return gate.identity() + "-" + slug();
    }

    /** Where there is no such list nobody knows what it holds, and the widest is assumed. */
    @Override
    public AddressSet addresses(Collection<PrefixList> lists) {
      return lists.stream()
          .filter(list -> list.end().equals(this))
          .findFirst()
          .map(PrefixList::addresses)
          .orElse(Assumptions.EVERYONE);
    }

    /** As many as the list has room for. */
    @Override
    public int weight(Family ofFamily, Collection<PrefixList> lists) {
      return lists.stream()
          .filter(list -> list.end().equals(this) && list.family() == ofFamily)
          .mapToInt(PrefixList::maxEntries)
          .sum();
    }

    @Override
    public boolean isListOf(Family other) {
      return family == other;
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

    @Override
    public AddressSet addresses(Collection<PrefixList> lists) {
      return Assumptions.of(id);
    }

    @Override
    public int weight(Family family, Collection<PrefixList> lists) {
      return 1;
    }

    @Override
    public Optional<String> foreignId() {
      return Optional.of(id);
    }

    /** The id: its addresses are assumed. */
    @Override
    public String text(Collection<PrefixList> lists) {
      return id;
    }
  }
}
