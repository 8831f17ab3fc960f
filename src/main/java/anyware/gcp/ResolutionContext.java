package anyware.gcp;

import anyware.catalogue.Role;
import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.net.Direction;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who stands in the networks.
 *
 * @param machines the roles that have machines
 * @param inside addresses at which machines without a role may stand in the same network, which may
 *     then carry any tag or service account that no role is known to have
 */
record ResolutionContext(Map<Role, Machine> machines, AddressSet inside) {

  /** Copies the machines. */
  ResolutionContext {
    machines = Map.copyOf(machines);
  }

  /**
   * The rule as a role's machines meet it.
   *
   * @param rule a rule of the role's network
   * @param role a role with machines
   * @return nothing when the rule does not concern them
   */
  Optional<ResolvedRule> filter(Rule rule, Role role) {
    Machine machine = Optional.ofNullable(machines.get(role)).orElseThrow();
    if (!machine.meantBy(rule.target()).counts(rule.action())) {
      return Optional.empty();
    }
    // An outbound rule knows nobody but by address:
    // https://cloud.google.com/firewall/docs/firewalls#sources_or_destinations
    boolean byIdentity = rule.direction() == Direction.INBOUND;
    return Optional.of(
        byIdentity
            ? new ResolvedRule(rule, roles(rule, machine.network()), outsiders(rule))
            : new ResolvedRule(rule, EnumSet.noneOf(Role.class), AddressSet.EMPTY));
  }

  private EnumSet<Role> roles(Rule rule, String network) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
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
