package anyware.report;

import anyware.catalogue.Role;
import anyware.policy.Flow;
import anyware.report.Ladder.Box;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One who opens or accepts connections in a ladder, with those connections.
 *
 * @param name who
 * @param addresses the addresses, short; empty for a role
 * @param lanes the flows, from the upper to the lower
 */
record LadderGroup(String name, String addresses, List<Flow> lanes) {
  static final int BOX_WIDTH = 140;
  static final int LANE = 32;
  static final int BETWEEN = 12;

  private static final int PADDING = 14;

  /** Copies the flows. */
  LadderGroup {
    lanes = List.copyOf(lanes);
  }

  /**
   * Those who open connections to the balancer and the connector. Those who also connect to the
   * balancer come first, and the first of them connects to it last, so that the balancer's lanes
   * lie together and the others pass it by.
   */
  static List<LadderGroup> openers(List<Flow> flows) {
    Stream<Flow> inwards =
        Stream.concat(
                flows.stream().filter(to(Role.BALANCER)), flows.stream().filter(to(Role.CONNECTOR)))
            .filter(flow -> flow.from().fold(members -> false, outside -> true));
    List<LadderGroup> groups = new ArrayList<>(grouped(inwards, true));
    if (!groups.isEmpty()) {
      LadderGroup first = groups.get(0);
      List<Flow> lanes = new ArrayList<>(first.lanes);
      lanes.removeIf(to(Role.BALANCER));
      first.lanes.stream().filter(to(Role.BALANCER)).forEach(lanes::add);
      groups.set(0, new LadderGroup(first.name, first.addresses, lanes));
    }
    return groups;
  }

  /** Those to whom a role opens connections, workstations first. */
  static List<LadderGroup> targets(List<Flow> flows, Role role) {
    Predicate<Flow> toWorkstation = to(Role.WORKSTATION);
    return grouped(
        Stream.concat(
                flows.stream().filter(toWorkstation), flows.stream().filter(toWorkstation.negate()))
            .filter(from(role)),
        false);
  }

  /** Those outside who open connections to a role straight, past balancer and connector. */
  static List<LadderGroup> direct(List<Flow> flows, Role role) {
    return grouped(
        flows.stream()
            .filter(to(role))
            .filter(flow -> flow.from().fold(members -> false, outside -> true)),
        true);
  }

  private static List<LadderGroup> grouped(Stream<Flow> flows, boolean byOpener) {
    Map<String, List<Flow>> groups = new LinkedHashMap<>();
    flows.forEach(
        flow ->
            groups
                .computeIfAbsent(
                    byOpener ? FlowEdges.from(flow) : FlowEdges.to(flow), name -> new ArrayList<>())
                .add(flow));
    return groups.entrySet().stream()
        .map(
            group -> {
              Flow flow = group.getValue().get(0);
              return new LadderGroup(
                  group.getKey(),
                  DiagramText.addresses(byOpener ? flow.from() : flow.to()),
                  group.getValue());
            })
        .toList();
  }

  static Predicate<Flow> from(Role role) {
    return flow -> flow.from().party() == role;
  }

  static Predicate<Flow> to(Role role) {
    return flow -> flow.to().party() == role;
  }

  /** Room for the lanes and for the words. */
  int height() {
    int words = DiagramText.boxLines(name).size() + (addresses.isEmpty() ? 0 : 1);
    return Math.max(lanes.size() * LANE, words * DiagramText.LINE_HEIGHT) + PADDING;
  }

  /** The height of groups one below the other. */
  static int height(List<LadderGroup> groups) {
    return groups.stream().mapToInt(LadderGroup::height).sum()
        + BETWEEN * Math.max(0, groups.size() - 1);
  }

  /** The group's box. */
  Box box(int left, int top, int height) {
    return new Box(name, addresses, left, top, BOX_WIDTH, height);
  }

  /** Where one of the lanes runs through a box. */
  int lane(Box box, int index) {
    return box.top() + (box.height() - (lanes.size() - 1) * LANE) / 2 + index * LANE + 4;
  }
}
