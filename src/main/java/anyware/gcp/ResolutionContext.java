package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.ResolvedEnd;
import anyware.firewall.ResolvedEnd.Guess;
import anyware.firewall.ResolvedRule;
import anyware.firewall.Verdict.Outcome;
import anyware.gcp.Rule.Action;
import anyware.natives.Described;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who stands in the networks.
 *
 * @param machines the roles that have machines
 * @param inside addresses at which machines without a role may stand in the same network, which may
 *     then carry any tag or service account that no role is known to have
 * @param described which of these addresses have a tag or an account, as far as anybody said
 */
record ResolutionContext(Map<Role, Machine> machines, AddressSet inside, Described described) {
  /** An explicit inbound allowance this far behind never takes effect. */
  private static final int IMPLIED_PRIORITY = 65535;

  /** Copies the machines. */
  ResolutionContext {
    machines = Map.copyOf(machines);
  }

  /** The same where nobody described any machine without a role. */
  ResolutionContext(Map<Role, Machine> machines, AddressSet inside) {
    this(machines, inside, Described.NOBODY);
  }

  /** The same with a role's machines at one place. */
  ResolutionContext at(Role role, Machine machine) {
    Map<Role, Machine> there = new EnumMap<>(machines);
    there.put(role, machine);
    return new ResolutionContext(there, inside, described);
  }

  /**
   * The rules as a role's machines meet them.
   *
   * @param rules the rules of the role's network
   * @param role a role with machines
   * @param direction which way, seen from them
   * @param last what decides where none of the rules does
   */
  FirstMatchRules rules(List<Rule> rules, Role role, Direction direction, FixedJudge last) {
    return rules(
        rules.stream().filter(ResolutionContext::takesEffect).toList(),
        role,
        direction,
        last,
        Optional.empty());
  }

  /**
   * The rules of a policy, or of a network, as a role's machines meet them.
   *
   * @param behind what is asked where none of them decides; absent for the last ones
   */
  FirstMatchRules rules(
      List<Rule> rules,
      Role role,
      Direction direction,
      FixedJudge last,
      Optional<FirstMatchRules> behind) {
    Machine machine = Optional.ofNullable(machines.get(role)).orElseThrow();
    List<ResolvedRule> resolved =
        rules.stream()
            .filter(rule -> rule.direction() == direction)
            .filter(rule -> machine.meantBy(rule.target()).counts(rule.action()))
            .map(rule -> resolved(rule, machine.network()))
            .toList();
    return new FirstMatchRules("", resolved, last, behind);
  }

  /** The implied denial of inbound connections goes before allowances of its own priority. */
  static boolean takesEffect(Rule rule) {
    return rule.direction() == Direction.OUTBOUND
        || rule.action() == Action.DENY
        || rule.priority() < IMPLIED_PRIORITY;
  }

  private ResolvedRule resolved(Rule rule, String network) {
    return new ResolvedRule(
        rule.name(),
        rule.description(),
        rule.priority(),
        switch (rule.action()) {
          case ALLOW -> Outcome.OPEN;
          case DENY -> Outcome.CLOSED;
          case GO_ON -> Outcome.PLATFORM_DEFAULT;
        },
        rule.traffic(),
        remote(rule, network),
        false);
  }

  private ResolvedEnd remote(Rule rule, String network) {
    AddressSet addresses = rule.remote().addresses();
    String text = text(rule.remote());
    // An outbound rule knows nobody but by address:
    // https://cloud.google.com/firewall/docs/firewalls#sources_or_destinations
    return rule.direction() == Direction.INBOUND
        ? ResolvedEnd.of(roles(rule, network), addresses, outsiders(rule), text)
            .perhaps(strangers(rule))
        : ResolvedEnd.at(addresses, text);
  }

  private static String text(RuleEnd remote) {
    return Stream.of(
            remote.addresses().prefixes().stream().map(Cidr::toString),
            remote.tags().stream().map(tag -> "tag " + tag),
            remote.serviceAccounts().stream().map(account -> "account " + account))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(", "));
  }

  private Set<Role> roles(Rule rule, String network) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    machines.forEach(
        (role, machine) -> {
          Applicability meant =
              machine.meantBy(rule.remote().tags(), rule.remote().serviceAccounts());
          if (machine.network().equals(network) && meant.counts(rule.action())) {
            roles.add(role);
          }
        });
    return roles;
  }

  /** Where machines without a role are that the file with the roles speaks of. */
  private AddressSet outsiders(Rule rule) {
    return rule.action() == Action.ALLOW
        ? AddressSet.of(
            Stream.concat(rule.remote().tags().stream(), rule.remote().serviceAccounts().stream())
                .flatMap(name -> described.of(name).stream())
                .flatMap(addresses -> addresses.prefixes().stream())
                .toList())
        : AddressSet.EMPTY;
  }

  /** Machines that nobody speaks of: they are in the network, and more is not known. */
  private Guess strangers(Rule rule) {
    List<String> unknown = rule.action() == Action.ALLOW ? unknown(rule.remote()) : List.of();
    return unknown.isEmpty()
        ? Guess.NOBODY
        : new Guess("machines with " + String.join(" or ", unknown), inside, false);
  }

  /** The tags and accounts of a rule that no role is known to have, and nobody described. */
  List<String> unknown(RuleEnd remote) {
    Stream<String> tags =
        remote.tags().stream()
            .filter(tag -> described.of(tag).isEmpty())
            .filter(tag -> !isCarried(Set.of(tag), Set.of()))
            .map(tag -> "tag " + tag);
    Stream<String> accounts =
        remote.serviceAccounts().stream()
            .filter(account -> described.of(account).isEmpty())
            .filter(account -> !isCarried(Set.of(), Set.of(account)))
            .map(account -> "service account " + account);
    return Stream.concat(tags, accounts).toList();
  }

  private boolean isCarried(Set<String> tags, Set<String> accounts) {
    return machines.values().stream()
        .anyMatch(machine -> machine.meantBy(tags, accounts) == Applicability.YES);
  }
}
