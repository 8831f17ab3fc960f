package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Descriptions;
import anyware.plan.Place;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Justification;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lowers flows to group rules, one per address or group, at each end that has a group. Flows that
 * open the same thing share a rule, whose name comes from what it opens, so that it stays when one
 * of them goes.
 */
final class RulePlanner {
  /** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]");

  private RulePlanner() {}

  /** A port that rules open at a role, to whomever. */
  private record Gate(Role role, Direction direction, Protocol protocol, int port) {

    String identity() {
      return String.join(
          "-",
          role.slug(),
          direction.slug(),
          protocol.slug(),
          String.valueOf(port),
          direction == Direction.INBOUND ? "from" : "to");
    }
  }

  /** All rules, sorted by name. */
  static List<Rule> of(Place place, Policy policy) {
    Map<Gate, List<Flow>> flows = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      for (Direction direction : Direction.values()) {
        for (Flow flow : policy.flows(role, direction)) {
          Gate gate = new Gate(role, direction, flow.protocol(), flow.port());
          flows.computeIfAbsent(gate, key -> new ArrayList<>()).add(flow);
        }
      }
    }
    List<Rule> rules = new ArrayList<>();
    flows.forEach((gate, through) -> addRules(rules, place, gate, through));
    rules.sort(Comparator.comparing(Rule::name));
    return rules;
  }

  /** A rule for every other end; what the rules of a gate have in common they share. */
  private static void addRules(List<Rule> rules, Place place, Gate gate, List<Flow> flows) {
    Map<RuleEnd, List<Justification>> others = new LinkedHashMap<>();
    for (Flow flow : flows) {
      others(flow.other(gate.direction()))
          .forEach(other -> others.merge(other, flow.justifications(), RulePlanner::joined));
    }
    String identity = gate.identity() + "-";
    Traffic traffic = Traffic.of(gate.protocol(), gate.port());
    Map<List<Justification>, String> descriptions = new HashMap<>();
    others.forEach(
        (other, justifications) ->
            rules.add(
                new Rule(
                    place.name(identity + other.slug(), Planner.LOGICAL_NAME),
                    gate.role(),
                    gate.direction(),
                    traffic,
                    other,
                    descriptions.computeIfAbsent(justifications, RulePlanner::description))));
  }

  private static Stream<RuleEnd> others(End end) {
    if (end instanceof End.Outside outside) {
      return outside.addresses().prefixes().stream().map(RuleEnd.Addresses::new);
    }
    return Stream.of(new RuleEnd.Members(((End.Members) end).role()));
  }

  private static List<Justification> joined(List<Justification> some, List<Justification> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static String description(List<Justification> justifications) {
    List<Justification> inOrder =
        justifications.stream().sorted(Comparator.comparingInt(Justification::row)).toList();
    return Descriptions.of(inOrder, FORBIDDEN, Rule.DESCRIPTION_LIMIT);
  }
}
