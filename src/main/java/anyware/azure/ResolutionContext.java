package anyware.azure;

import anyware.catalogue.Role;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.ResolvedEnd;
import anyware.firewall.ResolvedEnd.Guess;
import anyware.firewall.ResolvedRule;
import anyware.firewall.Verdict.Outcome;
import anyware.natives.Described;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules of network security groups refer to. Longer than 250 lines because who an end
 * means and where a role's machines stand decide together. Where something is not known, a rule
 * that allows means as many as it may, and one that denies as few: so nothing open is missed.
 */
final class ResolutionContext {
  private static final FixedJudge NO_RULE =
      new FixedJudge(Outcome.CLOSED, "no rule", "no rule matches it");

  private final AddressSet outsiders;
  private final ServiceTags tags;
  private final Map<Role, AddressSet> machines;
  private final boolean membershipsKnown;
  private final Described described;

  /**
   * @param possible the addresses that the virtual network may have
   * @param tags what service tags mean
   * @param machines where each role's machines are; a role may be missing
   * @param membershipsKnown whether a role's machines are in no application security group but the
   *     role's own
   * @param described what groups and service tags stand for, as far as anybody said
   */
  ResolutionContext(
      AddressSet possible,
      ServiceTags tags,
      Map<Role, AddressSet> machines,
      boolean membershipsKnown,
      Described described) {
    this.outsiders = possible;
    this.tags = tags;
    this.machines = Map.copyOf(machines);
    this.membershipsKnown = membershipsKnown;
    this.described = described;
  }

  /** What is said of machines without a role. */
  Described described() {
    return described;
  }

  /** The same with a role's machines at one place. */
  private ResolutionContext at(Role role, AddressSet place) {
    Map<Role, AddressSet> there = new EnumMap<>(Role.class);
    there.putAll(machines);
    there.put(role, place);
    return new ResolutionContext(outsiders, tags, there, membershipsKnown, described);
  }

  /**
   * The context at each place that makes a difference to a role's machines: where rules are for
   * some of its own addresses only.
   *
   * @param role the role
   * @param rules the rules that its machines meet
   * @return none where no rule is limited so, or nobody knows where the machines are
   */
  Map<AddressSet, ResolutionContext> places(Role role, List<Rule> rules) {
    AddressSet homes = machines.getOrDefault(role, AddressSet.EMPTY);
    List<Cidr> edges =
        rules.stream()
            .flatMap(rule -> end(rule.own(), true).possible().prefixes().stream())
            .toList();
    List<Cidr> pieces = homes.cutAt(edges);
    if (pieces.size() == homes.prefixes().size()) {
      return Map.of();
    }
    Map<List<Boolean>, List<Cidr>> alike = new LinkedHashMap<>();
    for (Cidr piece : pieces) {
      ResolutionContext there = at(role, AddressSet.of(List.of(piece)));
      List<Boolean> means = rules.stream().map(rule -> there.means(role, rule)).toList();
      alike.computeIfAbsent(means, key -> new ArrayList<>()).add(piece);
    }
    Map<AddressSet, ResolutionContext> places = new LinkedHashMap<>();
    alike.values().stream()
        .map(AddressSet::of)
        .forEach(place -> places.put(place, at(role, place)));
    return places;
  }

  private boolean means(Role role, Rule rule) {
    return !families(role, rule.own(), rule.access() == Access.ALLOW).isEmpty();
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

  /** A group whose rules are all there are. */
  FirstMatchRules completeGroup(String name, List<Rule> rules, Role role, Direction direction) {
    return new FirstMatchRules(name, resolved(rules, role, direction).toList(), NO_RULE);
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
      return foreignMembers(id, "members of " + id, allows);
    }

    @Override
    public ResolvedEnd serviceTag(String name) {
      Optional<AddressSet> said = described.of(name);
      if (ServiceTags.isKnown(name) || said.isPresent() || !allows) {
        return ResolvedEnd.at(said.orElseGet(() -> tags.addresses(name, allows)), name);
      }
      Guess guess = new Guess("the service tag " + name, tags.addresses(name, true), true);
      return ResolvedEnd.at(AddressSet.EMPTY, name).perhaps(guess);
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
  private ResolvedEnd foreignMembers(String id, String text, boolean allows) {
    ResolvedEnd nobody = ResolvedEnd.at(AddressSet.EMPTY, text);
    if (!allows) {
      return nobody;
    }
    Optional<AddressSet> said = described.of(id);
    return said.isPresent()
        ? ResolvedEnd.of(Set.of(), AddressSet.EMPTY, said.get(), text)
        : nobody.perhaps(new Guess(text, outsiders, !membershipsKnown));
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
      } else if (isMeant(known, meant.possible(), allows)) {
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
        : homes.without(meant).isEmpty();
  }

  private static boolean overlaps(Cidr home, AddressSet meant) {
    return meant.prefixes().stream().anyMatch(home::overlaps);
  }
}
