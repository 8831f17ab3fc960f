package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.Protocol;
import anyware.net.Traffic;
import anyware.plan.Descriptions;
import anyware.plan.Place;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Ground;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
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
final class Rules {
  /** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]");

  private Rules() {}

  /** What a rule opens, whatever it is for. */
  private record Opening(
      Role role, Direction direction, Protocol protocol, int port, OtherEnd other) {

    String identity() {
      return String.join(
          "-",
          role.slug(),
          direction.slug(),
          protocol.slug(),
          String.valueOf(port),
          direction == Direction.INBOUND ? "from" : "to",
          other.slug());
    }
  }

  static List<Rule> of(Place place, Policy policy) {
    Map<Opening, List<Ground>> openings = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      for (Direction direction : Direction.values()) {
        for (Flow flow : policy.flows(role, direction)) {
          openings(role, direction, flow)
              .forEach(
                  opening ->
                      openings
                          .computeIfAbsent(opening, key -> new ArrayList<>())
                          .addAll(flow.grounds()));
        }
      }
    }
    return openings.entrySet().stream()
        .map(entry -> rule(place, entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Rule::name))
        .toList();
  }

  private static Stream<Opening> openings(Role role, Direction direction, Flow flow) {
    return others(flow.other(direction))
        .map(other -> new Opening(role, direction, flow.protocol(), flow.port(), other));
  }

  private static Stream<OtherEnd> others(End end) {
    if (end instanceof End.Outside outside) {
      return outside.addresses().prefixes().stream().map(OtherEnd.Addresses::new);
    }
    return Stream.of(new OtherEnd.Members(((End.Members) end).role()));
  }

  private static Rule rule(Place place, Opening opening, List<Ground> grounds) {
    List<Ground> inOrder = grounds.stream().sorted(Comparator.comparingInt(Ground::row)).toList();
    return new Rule(
        place.name(opening.identity(), Planner.LOGICAL_NAME),
        opening.role(),
        opening.direction(),
        Traffic.of(opening.protocol(), opening.port()),
        opening.other(),
        Descriptions.of(inOrder, FORBIDDEN, Rule.DESCRIPTION_LIMIT));
  }
}
