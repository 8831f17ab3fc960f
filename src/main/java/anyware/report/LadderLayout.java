package anyware.report;

import anyware.catalogue.Role;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.policy.Policy;
import anyware.report.Ladder.Arrow;
import anyware.report.Ladder.Box;
import anyware.report.Ladder.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the places for a site's boxes and arrows. */
final class LadderLayout {
  private static final int MARGIN = 8;
  private static final int BOX_WIDTH = 132;
  private static final int GAP_WIDTH = 118;
  private static final int LANE = 32;
  private static final int LEAST_HEIGHT = 46;
  private static final int BETWEEN = 12;

  private final List<Flow> flows;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final int balancerLeft;
  private final int connectorLeft;

  LadderLayout(Policy policy) {
    flows = policy.flows();
    boolean balanced = flows.stream().anyMatch(to(Role.BALANCER));
    balancerLeft = MARGIN + BOX_WIDTH + GAP_WIDTH;
    connectorLeft = balanced ? balancerLeft + BOX_WIDTH + GAP_WIDTH : balancerLeft;
  }

  Ladder ladder() {
    Map<String, List<Flow>> openers = openers();
    Map<String, List<Flow>> targets = targets(Role.CONNECTOR);
    Map<String, List<Flow>> beyond = targets(Role.WORKSTATION);
    int leftHeight = height(openers);
    int rightHeight = height(targets) + Math.max(0, height(beyond) - workstationHeight(targets));
    int inner = Math.max(leftHeight, rightHeight);
    Box connector =
        new Box(Role.CONNECTOR.slug(), "", connectorLeft, MARGIN, BOX_WIDTH, inner);
    boxes.add(connector);
    placeOpeners(openers, MARGIN + (inner - leftHeight) / 2);
    int width = placeTargets(connector, targets, beyond, MARGIN + (inner - rightHeight) / 2);
    return new Ladder(width + MARGIN, inner + 2 * MARGIN, boxes, arrows);
  }

  private static Predicate<Flow> from(Role role) {
    return flow -> flow.from().equals(new End.Members(role));
  }

  private static Predicate<Flow> to(Role role) {
    return flow -> flow.to().equals(new End.Members(role));
  }

  /**
   * Those who also connect to the balancer come first, and the first of them connects to it last,
   * so that the balancer's lanes lie together and the others pass it by.
   */
  private Map<String, List<Flow>> openers() {
    Map<String, List<Flow>> found = new LinkedHashMap<>();
    Stream.concat(
            flows.stream().filter(to(Role.BALANCER)), flows.stream().filter(to(Role.CONNECTOR)))
        .filter(flow -> flow.from() instanceof End.Outside)
        .forEach(
            flow ->
                found
                    .computeIfAbsent(FlowEdges.name(flow, flow.from()), k -> new ArrayList<>())
                    .add(flow));
    found.values().stream()
        .findFirst()
        .ifPresent(
            first -> {
              List<Flow> toBalancer = first.stream().filter(to(Role.BALANCER)).toList();
              first.removeAll(toBalancer);
              first.addAll(toBalancer);
            });
    return found;
  }

  private Map<String, List<Flow>> targets(Role role) {
    Map<String, List<Flow>> found = new LinkedHashMap<>();
    Stream.concat(
            flows.stream().filter(from(role)).filter(to(Role.WORKSTATION)),
            flows.stream().filter(from(role)).filter(to(Role.WORKSTATION).negate()))
        .forEach(
            flow ->
                found
                    .computeIfAbsent(FlowEdges.name(flow, flow.to()), k -> new ArrayList<>())
                    .add(flow));
    return found;
  }

  private static int height(List<Flow> lanes) {
    return Math.max(lanes.size() * LANE + BETWEEN, LEAST_HEIGHT);
  }

  private static int height(Map<String, List<Flow>> groups) {
    return groups.values().stream().mapToInt(LadderLayout::height).sum()
        + BETWEEN * Math.max(0, groups.size() - 1);
  }

  private static int workstationHeight(Map<String, List<Flow>> targets) {
    return height(targets.getOrDefault(Role.WORKSTATION.slug(), List.of()));
  }

  private void placeOpeners(Map<String, List<Flow>> openers, int start) {
    int top = start;
    List<Integer> balanced = new ArrayList<>();
    for (Map.Entry<String, List<Flow>> opener : openers.entrySet()) {
      List<Flow> lanes = opener.getValue();
      Box box = box(opener.getKey(), lanes.get(0).from(), MARGIN, top, height(lanes));
      boxes.add(box);
      for (int i = 0; i < lanes.size(); i++) {
        boolean toBalancer = to(Role.BALANCER).test(lanes.get(i));
        int y = lane(box, lanes.size(), i);
        if (toBalancer) {
          balanced.add(y);
        }
        arrows.add(
            arrow(lanes.get(i), box.right(), toBalancer ? balancerLeft : connectorLeft, y));
      }
      top = box.bottom() + BETWEEN;
    }
    if (!balanced.isEmpty()) {
      placeBalancer(balanced);
    }
  }

  private void placeBalancer(List<Integer> lanes) {
    int first = lanes.get(0);
    int last = lanes.get(lanes.size() - 1);
    int spare = Math.max(LEAST_HEIGHT - (last - first), LANE) / 2;
    Box box =
        new Box(
            Role.BALANCER.slug(),
            "",
            balancerLeft,
            first - spare,
            BOX_WIDTH,
            last - first + 2 * spare);
    boxes.add(box);
    List<Flow> behind = flows.stream().filter(from(Role.BALANCER)).toList();
    int y = (first + last) / 2;
    if (behind.isEmpty()) {
      arrows.add(
          new Arrow(
              "handed on",
              "the balancer hands connections on with the client's address",
              box.right(),
              connectorLeft,
              y,
              Kind.HANDED_ON));
    }
    for (Flow flow : behind) {
      arrows.add(arrow(flow, box.right(), connectorLeft, y));
      y += LANE;
    }
  }

  /** Returns the right edge of all. */
  private int placeTargets(
      Box connector, Map<String, List<Flow>> targets, Map<String, List<Flow>> beyond, int start) {
    int right = connector.right();
    int top = start;
    for (Map.Entry<String, List<Flow>> target : targets.entrySet()) {
      boolean passesOn = target.getKey().equals(Role.WORKSTATION.slug());
      int least = passesOn ? height(beyond) : 0;
      Box box = place(connector, target, top, least);
      right = Math.max(right, box.right());
      if (passesOn) {
        int beyondTop = top;
        for (Map.Entry<String, List<Flow>> further : beyond.entrySet()) {
          Box last = place(box, further, beyondTop, 0);
          right = last.right();
          beyondTop = last.bottom() + BETWEEN;
        }
      }
      top = box.bottom() + BETWEEN;
    }
    return right;
  }

  private Box place(Box opener, Map.Entry<String, List<Flow>> target, int top, int least) {
    List<Flow> lanes = target.getValue();
    int height = Math.max(height(lanes), least);
    Box box =
        box(target.getKey(), lanes.get(0).to(), opener.right() + GAP_WIDTH, top, height);
    boxes.add(box);
    for (int i = 0; i < lanes.size(); i++) {
      arrows.add(arrow(lanes.get(i), opener.right(), box.left(), lane(box, lanes.size(), i)));
    }
    return box;
  }

  private static int lane(Box box, int lanes, int index) {
    return box.top() + (box.height() - (lanes - 1) * LANE) / 2 + index * LANE + 4;
  }

  private static Box box(String name, End end, int left, int top, int height) {
    String addresses =
        end instanceof End.Outside outside ? DiagramText.addresses(outside.addresses()) : "";
    return new Box(name, addresses, left, top, BOX_WIDTH, height);
  }

  private static Arrow arrow(Flow flow, int from, int to, int y) {
    boolean anyone =
        flow.from() instanceof End.Outside outside
            && DiagramText.isAnyone(outside.addresses());
    return new Arrow(
        DiagramText.traffic(flow),
        flow.toString() + ": " + String.join(", ", flow.reasons()),
        from,
        to,
        y,
        anyone ? Kind.ANYONE : Kind.KNOWN);
  }
}
