package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import java.util.List;
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
  }
}
