package anyware.gcp;

import anyware.gcp.Rule.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules an update makes or changes before which, and deletes after which. A denial comes
 * after all that its machines are allowed, or what was open by default and is now by a rule would
 * be cut between the two. Addresses come after the tags that pass the same gate, since they may
 * give up machines that have one of these.
 */
final class RuleOrder {
  private RuleOrder() {}

  /** The rules, each after those that it has to wait for, and these. */
  static Map<Rule, List<Rule>> of(Collection<Rule> rules) {
    List<Rule> inOrder =
        rules.stream()
            .sorted(Comparator.comparing(RuleOrder::rank).thenComparing(Rule::name))
            .toList();
    Map<Rule, List<Rule>> order = new LinkedHashMap<>();
    List<Rule> before = new ArrayList<>();
    for (Rule rule : inOrder) {
      order.put(rule, before.stream().filter(other -> waits(rule, other)).toList());
      before.add(rule);
    }
    return order;
  }

  private static int rank(Rule rule) {
    if (rule.action() == Action.DENY) {
      return 2;
    }
    return rule.remote().tags().isEmpty() ? 1 : 0;
  }

  private static boolean waits(Rule rule, Rule other) {
    return rank(rule) > rank(other)
        && rule.direction() == other.direction()
        && rule.target().equals(other.target())
        && (rule.action() == Action.DENY || rule.traffic().equals(other.traffic()));
  }
}
