package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The source or the destination of a security rule
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview).
 */
public sealed interface RuleEnd {
  /** Who is meant, for a person. */
  String text();

  /**
   * What stands in the place of address prefixes of a planned rule; nothing for a group.
   *
   * @throws IllegalStateException for an end that this program never plans
   */
  List<String> prefixes();

  /** The answer for the kind of end that this is. */
  <T> T fold(Cases<T> cases);

  /** The role whose group this is; absent for any other end. */
  default Optional<Role> groupOf() {
    return Optional.empty();
  }

  /** The prefixes that the platform counts against its limits: those that the rule has itself. */
  default List<Cidr> countedPrefixes() {
    return List.of();
  }

  /** The ends that make it up: itself, unless it is several. */
  default List<RuleEnd> parts() {
    return List.of(this);
  }

  /**
   * An answer for each kind of end.
   *
   * @param <T> the answers
   */
  interface Cases<T> {
    /** For everybody. */
    T anybody();

    /** For the members of a role's group. */
    T group(Role role);

    /** For the members of a group that is no role's. */
    T unknownGroup(String id);

    /** For the addresses behind a service tag. */
    T serviceTag(String name);

    /** For addresses of one family. */
    T addresses(AddressSet addresses);

    /** For several ends, of other kinds, at least two. */
    T several(List<RuleEnd> parts);
  }

  /** Everybody, in both address families. */
  record Anybody() implements RuleEnd {
    @Override
    public String text() {
      return "anyone";
    }

    @Override
    public List<String> prefixes() {
      return List.of(TrafficText.ANY);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.anybody();
    }
  }

  /**
   * The network interfaces that joined the role's application security group. An interface that did
   * not join is not meant, whatever its subnet
   * (https://learn.microsoft.com/azure/virtual-network/application-security-groups).
   *
   * @param role the role; one of those that the plan has groups for
   */
  record Group(Role role) implements RuleEnd {
    @Override
    public String text() {
      return role.slug();
    }

    @Override
    public List<String> prefixes() {
      return List.of();
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.group(role);
    }

    @Override
    public Optional<Role> groupOf() {
      return Optional.of(role);
    }
  }

  /**
   * The network interfaces that joined an application security group that is no role's. This
   * program plans none; somebody else may have added one.
   *
   * @param id the group's id
   */
  record UnknownGroup(String id) implements RuleEnd {
    @Override
    public String text() {
      return id;
    }

    @Override
    public List<String> prefixes() {
      throw new IllegalStateException("never planned: " + this);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.unknownGroup(id);
    }
  }

  /**
   * Addresses that Microsoft keeps up to date under a name
   * (https://learn.microsoft.com/azure/virtual-network/service-tags-overview).
   *
   * @param name the service tag
   */
  record ServiceTag(String name) implements RuleEnd {
    @Override
    public String text() {
      return name;
    }

    @Override
    public List<String> prefixes() {
      return List.of(name);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.serviceTag(name);
    }
  }

  /**
   * Addresses of one family, as the platform asks of a rule.
   *
   * @param addresses the addresses; not empty
   */
  record Addresses(AddressSet addresses) implements RuleEnd {
    @Override
    public String text() {
      return addresses.toString();
    }

    @Override
    public List<String> prefixes() {
      return addresses.prefixes().stream().map(Cidr::toString).toList();
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.addresses(addresses);
    }

    @Override
    public List<Cidr> countedPrefixes() {
      return addresses.prefixes();
    }
  }

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

    @Override
    public String text() {
      return parts.stream().map(RuleEnd::text).collect(Collectors.joining(", "));
    }

    @Override
    public List<String> prefixes() {
      throw new IllegalStateException("never planned: " + this);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.several(parts);
    }
  }
}
