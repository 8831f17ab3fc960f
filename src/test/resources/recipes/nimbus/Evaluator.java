package anyware.nimbus;

import anyware.catalogue.Role;
import anyware.firewall.BeyondRules;
import anyware.firewall.Firewall;
import anyware.firewall.FirstMatchFirewall;
import anyware.firewall.FirstMatchPath;
import anyware.firewall.FirstMatchRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.ResolvedEnd;
import anyware.firewall.ResolvedRule;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules only open; what no rule opens is closed inbound, and outbound where a role is limited. */
final class Evaluator {
  private static final BeyondRules NOTHING =
      new BeyondRules(Set.of(), AddressSet.EMPTY, "no service", "there is none");

  private Evaluator() {}

  static Firewall of(Plan plan) {
    Map<Role, Map<Direction, FirstMatchPath>> paths = new EnumMap<>(Role.class);
    for (Role role : plan.subnets().byRole().keySet()) {
      Map<Direction, FirstMatchPath> both = new EnumMap<>(Direction.class);
      for (Direction direction : Direction.values()) {
        both.put(
            direction, new FirstMatchPath(List.of(rules(plan, role, direction)), Optional.empty()));
      }
      paths.put(role, both);
    }
    return new FirstMatchFirewall(paths, Optional.empty(), NOTHING);
  }

  private static FirstMatchRules rules(Plan plan, Role role, Direction direction) {
    List<ResolvedRule> rules =
        plan.rules().stream()
            .filter(rule -> rule.role() == role && rule.direction() == direction)
            .map(Evaluator::resolved)
            .toList();
    boolean closed = direction == Direction.INBOUND || plan.limited().contains(role);
    return new FirstMatchRules(
        role.slug(),
        rules,
        new FixedJudge(closed ? Outcome.CLOSED : Outcome.OPEN, "no rule", "no rule matches it"));
  }

  private static ResolvedRule resolved(Rule rule) {
    ResolvedEnd other =
        rule.members()
            .map(role -> ResolvedEnd.of(role, role.slug()))
            .orElseGet(() -> ResolvedEnd.at(rule.addresses(), rule.other()));
    return new ResolvedRule(
        rule.name(), rule.reason(), 1, Outcome.OPEN, List.of(rule.traffic()), other, false);
  }
}
