package anyware.azure;

import anyware.catalogue.Role;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.ResolvedEnd;
import anyware.firewall.ResolvedRule;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules of network security groups refer to. Where something is not known, a rule that
 * allows means as many as it may, and one that denies as few: so nothing open is missed.
 */
final class ResolutionContext {
  private static final FixedJudge NO_RULE =
      new FixedJudge(Outcome.CLOSED, "no rule", "no rule matches it");

  private final AddressSet outsiders;
  private final ServiceTags tags;
  private final Map<Role, AddressSet> machines;
  private final boolean membershipsKnown;

  /**
   * @param possible the addresses that the virtual network may have
   * @param certain those that it has for sure
   * @param machines where each role's machines are; a role may be missing
   * @param membershipsKnown whether a role's machines are in no application security group but the
   *     role's own
   */
  ResolutionContext(
      AddressSet possible,
      AddressSet certain,
      Map<Role, AddressSet> machines,
      boolean membershipsKnown) {
    this.outsiders = possible;
    this.tags = new ServiceTags(possible, certain);
    this.machines = Map.copyOf(machines);
    this.membershipsKnown = membershipsKnown;
  }

  /**
   * A network security group as a role's machines meet it: its own rules, in front of those that
   * every group has.
   */
  FirstMatchRules group(String name, List<Rule> rules, Role role, Direction direction) {
    List<ResolvedRule> resolved =
        Stream.concat(resolved(rules, role, direction), builtIn(role, direction)).toList();
    return new FirstMatchRules(name, resolved, NO_RULE);
  }

  private Stream<ResolvedRule> resolved(List<Rule> rules, Role role, Direction direction) {
    return rules.stream()
        .filter(rule -> rule.direction() == direction)
        .flatMap(rule -> resolved(rule, role, false).stream());
  }

  private Stream<ResolvedRule> builtIn(Role role, Direction direction) {
    return DefaultRules.ALL.stream()
        .filter(rule -> rule.direction() == direction)
        .flatMap(rule -> resolved(rule, role, true).stream());
  }

  /** The rule for a role's machines; absent when its own side does not mean them. */
  private Optional<ResolvedRule> resolved(Rule rule, Role role, boolean builtIn) {
    boolean allows = rule.access() == Access.ALLOW;
    Set<Family> families = families(role, rule.own(), allows);
    return families.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResolvedRule(
                rule.name(),
                rule.description(),
                rule.priority(),
                allows ? Outcome.OPEN : Outcome.CLOSED,
                rule.traffic(),
                end(rule.other(), allows).in(families),
                builtIn));
  }

  /** Who a side means in a rule that allows or denies. */
  private ResolvedEnd end(RuleEnd side, boolean allows) {
    return side.fold(new Meaning(allows));
  }

  /** Who each kind of end means. */
  private final class Meaning implements RuleEnd.Cases<ResolvedEnd> {
    private final boolean allows;

    Meaning(boolean allows) {
      this.allows = allows;
    }

    @Override
    public ResolvedEnd anybody() {
      return ResolvedEnd.at(ServiceTags.EVERYWHERE, TrafficText.ANY);
    }

    @Override
    public ResolvedEnd group(Role role) {
      return ResolvedEnd.of(role, "members of " + role.slug());
    }

    @Override
    public ResolvedEnd unknownGroup(String id) {
      return foreignMembers("members of " + id, allows);
    }

    @Override
    public ResolvedEnd serviceTag(String name) {
      return ResolvedEnd.at(tags.addresses(name, allows), name);
    }

    @Override
    public ResolvedEnd addresses(AddressSet addresses) {
      return ResolvedEnd.at(addresses, addresses.toString());
    }

    @Override
    public ResolvedEnd several(List<RuleEnd> parts) {
      return parts.stream().map(part -> part.fold(this)).reduce(ResolvedEnd::and).orElseThrow();
    }
  }

  /**
   * All groups of a rule are of one virtual network
   * (https://learn.microsoft.com/azure/virtual-network/application-security-groups).
   */
  private ResolvedEnd foreignMembers(String text, boolean allows) {
    AddressSet perhaps = allows ? outsiders : AddressSet.EMPTY;
    return membershipsKnown
        ? ResolvedEnd.of(Set.of(), AddressSet.EMPTY, perhaps, text)
        : ResolvedEnd.at(perhaps, text);
  }

  /**
   * The families in which a rule's own side means the role's machines: with a rule that allows any
   * of them, with one that denies all of them.
   */
  Set<Family> families(Role role, RuleEnd own, boolean allows) {
    ResolvedEnd meant = end(own, allows);
    if (meant.roles().contains(role)) {
      return EnumSet.allOf(Family.class);
    }
    AddressSet homes = machines.getOrDefault(role, AddressSet.EMPTY);
    Set<Family> families = EnumSet.noneOf(Family.class);
    Set<Family> homeless = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      AddressSet known = homes.isEmpty() ? everywhere(family) : homes.of(family);
      if (known.isEmpty()) {
        homeless.add(family);
      } else if (isMeant(known, meant.addresses(), allows)) {
        families.add(family);
      }
    }
    // Machines without an address of a family have no packets that could tell a difference.
    if (!families.isEmpty()) {
      families.addAll(homeless);
    }
    return families;
  }

  private static AddressSet everywhere(Family family) {
    return ServiceTags.EVERYWHERE.of(family);
  }

  private static boolean isMeant(AddressSet homes, AddressSet meant, boolean allows) {
    return allows
        ? homes.prefixes().stream().anyMatch(home -> overlaps(home, meant))
        : ServiceTags.without(homes, meant).isEmpty();
  }

  private static boolean overlaps(Cidr home, AddressSet meant) {
    return meant.prefixes().stream().anyMatch(home::overlaps);
  }
}
