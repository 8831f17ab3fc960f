package anyware.aws;

import anyware.catalogue.Party;
import anyware.catalogue.Role;
import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Family;
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
 * Lowers flows to group rules, at each end that has a group: one for a group at the other end, and
 * for each family of a peer's addresses one that names the peer's prefix list, or the whole family
 * where that is what the peer is. Flows that open the same thing share a rule. Its name comes from
 * the port and from the group or the list, never from a peer's addresses, so that it stays when
 * they change or when one of its flows goes.
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
        for (Flow flow : policy.ruleFlows(role, direction)) {
          Gate gate = new Gate(role, direction, flow.protocol(), flow.port());
          flows.computeIfAbsent(gate, key -> new ArrayList<>()).add(flow);
        }
      }
    }
    List<Rule> rules = new ArrayList<>();
    flows.forEach((gate, through) -> addRules(rules, place, gate, through));
    rules.addAll(OpenRulePlanner.of(place, policy));
    rules.sort(Comparator.comparing(Rule::name));
    return rules;
  }

  /** A rule for every other end; what the rules of a gate have in common they share. */
  private static void addRules(List<Rule> rules, Place place, Gate gate, List<Flow> flows) {
    Map<Object, RuleEnd> ends = new HashMap<>();
    Map<RuleEnd, List<Justification>> others = new LinkedHashMap<>();
    List<Flow> byPeer = new ArrayList<>(flows);
    byPeer.sort(Comparator.comparing(flow -> flow.other(gate.direction()).party(), Party.ORDER));
    for (Flow flow : byPeer) {
      for (Extent extent : extents(flow.other(gate.direction()))) {
        // The first peer with these addresses gives the list.
        RuleEnd end = ends.computeIfAbsent(extent.what(), what -> extent.end());
        others.merge(end, flow.justifications(), RulePlanner::joined);
      }
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

  /**
   * What a rule is about at its other end.
   *
   * @param what a role or addresses, whoever has them
   * @param end how the rule names it
   */
  private record Extent(Object what, RuleEnd end) {}

  private static List<Extent> extents(End end) {
    return end.fold(
        members -> List.of(new Extent(members.role(), new RuleEnd.Members(members.role()))),
        RulePlanner::extents);
  }

  private static List<Extent> extents(End.Outside outside) {
    List<Extent> extents = new ArrayList<>();
    for (Family family : Family.values()) {
      AddressSet addresses = outside.addresses().of(family);
      if (addresses.coversAll(family)) {
        extents.add(new Extent(family, new RuleEnd.Addresses(family.all())));
      } else if (!addresses.isEmpty()) {
        extents.add(new Extent(addresses, new RuleEnd.Listed(outside.peer(), family)));
      }
    }
    return extents;
  }

  private static List<Justification> joined(List<Justification> some, List<Justification> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static String description(List<Justification> justifications) {
    List<Justification> inOrder = justifications.stream().sorted(Justification.BY_ROW).toList();
    return Descriptions.of(inOrder, FORBIDDEN, Rule.DESCRIPTION_LIMIT);
  }
}
