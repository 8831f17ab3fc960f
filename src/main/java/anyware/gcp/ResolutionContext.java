package anyware.gcp;

import anyware.catalogue.Role;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.ResolvedEnd;
import anyware.firewall.ResolvedRule;
import anyware.firewall.Verdict.Outcome;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Direction;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who stands in the networks.
 *
 * @param machines the roles that have machines
 * @param inside addresses at which machines without a role may stand in the same network, which may
 *     then carry any tag or service account that no role is known to have
 */
record ResolutionContext(Map<Role, Machine> machines, AddressSet inside) {
  /** An explicit inbound allowance this far behind never takes effect. */
  private static final int IMPLIED_PRIORITY = 65535;

  /** Copies the machines. */
  ResolutionContext {
    machines = Map.copyOf(machines);
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
    Machine machine = Optional.ofNullable(machines.get(role)).orElseThrow();
    List<ResolvedRule> resolved =
        rules.stream()
            .filter(rule -> rule.direction() == direction && takesEffect(rule))
            .filter(rule -> machine.meantBy(rule.target()).counts(rule.action()))
            .map(rule -> resolved(rule, machine.network()))
            .toList();
    return new FirstMatchRules("", resolved, last);
  }

  /** The implied denial of inbound connections goes before allowances of its own priority. */
  private static boolean takesEffect(Rule rule) {
    return rule.direction() == Direction.OUTBOUND
        || rule.action() == Action.DENY
        || rule.priority() < IMPLIED_PRIORITY;
  }

  private ResolvedRule resolved(Rule rule, String network) {
    return new ResolvedRule(
        rule.name(),
        rule.description(),
        rule.priority(),
        rule.action() == Action.ALLOW ? Outcome.OPEN : Outcome.CLOSED,
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

  private AddressSet outsiders(Rule rule) {
    RuleEnd remote = rule.remote();
    boolean unknown =
        remote.tags().stream().anyMatch(tag -> machines.values().stream().noneMatch(has(tag)))
            || remote.serviceAccounts().stream()
                .map(Set::of)
                .anyMatch(
                    account ->
                        machines.values().stream()
                            .noneMatch(m -> m.meantBy(Set.of(), account) == Applicability.YES));
    return unknown && rule.action() == Action.ALLOW ? inside : AddressSet.EMPTY;
  }

  private static Predicate<Machine> has(String tag) {
    return machine -> machine.tags().contains(tag);
  }
}
