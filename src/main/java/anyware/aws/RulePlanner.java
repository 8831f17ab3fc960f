package anyware.aws;

import anyware.net.Direction;
import anyware.plan.Descriptions;
import anyware.plan.Gate;
import anyware.plan.Passage;
import anyware.plan.Place;
import anyware.policy.Justification;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lowers what passes a site's gates to group rules: one for a group at the other end, and for each
 * family of addresses there one that names the gate's prefix list, or the whole family where that
 * is what they are. Its name comes from the gate and from the group or the list, never from
 * addresses nor from whose they are, so that it stays when they change or when one of its flows
 * goes, and what one peer gives up and another gets stays in the same list. What AWS takes for the
 * same rule is named the same, be its direction open or limited: a group can't have it twice
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html,
 * InvalidPermission.Duplicate), not even while one version of a site becomes another.
 */
final class RulePlanner {
  /** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]");

  private RulePlanner() {}

  /** All rules, sorted by name. */
  static List<Rule> of(Place place, Policy policy, Map<Gate, Passage> gates) {
    List<Rule> rules = new ArrayList<>();
    gates.forEach((gate, passage) -> addRules(rules, place, gate, passage));
    rules.addAll(OpenRulePlanner.of(place, policy));
    rules.sort(Comparator.comparing(Rule::name));
    return rules;
  }

  private static void addRules(List<Rule> rules, Place place, Gate gate, Passage passage) {
    passage
        .members()
        .forEach(
            (role, reasons) ->
                rules.add(
                    rule(place, gate.limited(), new RuleEnd.Members(role), description(reasons))));
    passage
        .outside()
        .forEach(
            (family, outside) -> {
              String description = description(outside.reasons());
              rules.add(
                  outside.addresses().coversAll(family)
                      ? rule(
                          place, gate.limited(), new RuleEnd.Addresses(family.all()), description)
                      : rule(place, gate, new RuleEnd.Listed(gate, family), description));
            });
  }

  private static Rule rule(Place place, Gate gate, RuleEnd other, String description) {
    String between = gate.direction() == Direction.INBOUND ? "-from-" : "-to-";
    return new Rule(
        place.name(gate.identity() + between + other.slug(), Planner.LOGICAL_NAME),
        gate.role(),
        gate.direction(),
        gate.traffic(),
        other,
        description);
  }

  private static String description(List<Justification> reasons) {
    return Descriptions.of(reasons, FORBIDDEN, Rule.DESCRIPTION_LIMIT);
  }
}
