package anyware.report;

import anyware.catalogue.Role;
import anyware.policy.Flow;
import anyware.policy.Policy;
import anyware.report.Ladder.Arrow;
import anyware.report.Ladder.ArrowKind;
import anyware.report.Ladder.Box;
import java.util.ArrayList;
import java.util.List;

/** Finds the places for a site's boxes and arrows. */
final class LadderLayout {
  private static final int MARGIN = 8;
  private static final int GAP_WIDTH = 118;
  private static final int STEP = LadderGroup.BOX_WIDTH + GAP_WIDTH;
  private static final int AROUND_BALANCER = 13;
  private static final List<Role> PASSED_TO = List.of(Role.WORKSTATION, Role.LICENSE_SERVER);

  private final List<Flow> flows;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final int balancerLeft = MARGIN + STEP;
  private final int connectorLeft;

  LadderLayout(Policy policy) {
    flows = policy.flows();
    boolean balanced = flows.stream().anyMatch(LadderGroup.to(Role.BALANCER));
    connectorLeft = balanced ? balancerLeft + STEP : balancerLeft;
  }

  Ladder ladder() {
    List<LadderGroup> openers = LadderGroup.openers(flows);
    List<LadderGroup> targets = LadderGroup.targets(flows, Role.CONNECTOR);
    List<LadderGroup> beyond = LadderGroup.targets(flows, Role.WORKSTATION);
    int left = LadderGroup.height(openers);
    int right = targets.stream().mapToInt(target -> height(target, beyond)).sum();
    right += LadderGroup.BETWEEN * Math.max(0, targets.size() - 1);
    int inner = Math.max(left, right);
    Box connector =
        new Box(Role.CONNECTOR.slug(), "", connectorLeft, MARGIN, LadderGroup.BOX_WIDTH, inner);
    boxes.add(connector);
    placeOpeners(openers, MARGIN + (inner - left) / 2);
    placeTargets(connector, targets, beyond, MARGIN + (inner - right) / 2);
    int bottom = placeDirect(MARGIN + inner);
    int width = boxes.stream().mapToInt(Box::right).max().orElse(0) + MARGIN;
    return new Ladder(width, bottom + MARGIN, boxes, arrows);
  }

  /** Below all else, those who pass balancer and connector by. */
  private int placeDirect(int above) {
    int bottom = above;
    for (Role role : PASSED_TO) {
      for (LadderGroup opener : LadderGroup.direct(flows, role)) {
        int top = bottom + LadderGroup.BETWEEN;
        Box from = opener.box(MARGIN, top, opener.height());
        Box to =
            new Box(
                role.slug(), "", connectorLeft + STEP, top, LadderGroup.BOX_WIDTH, from.height());
        boxes.add(from);
        boxes.add(to);
        for (int i = 0; i < opener.lanes().size(); i++) {
          int y = opener.lane(from, i);
          arrows.add(arrow(opener.lanes().get(i), from.right(), to.left(), y));
        }
        bottom = from.bottom();
      }
    }
    return bottom;
  }

  /** What workstations connect to stands beside them, so they take its height. */
  private static int height(LadderGroup target, List<LadderGroup> beyond) {
    return isWorkstation(target)
        ? Math.max(target.height(), LadderGroup.height(beyond))
        : target.height();
  }

  private static boolean isWorkstation(LadderGroup group) {
    return group.name().equals(Role.WORKSTATION.slug());
  }

  private void placeOpeners(List<LadderGroup> openers, int start) {
    int top = start;
    List<Integer> balanced = new ArrayList<>();
    int balancers = 0;
    for (LadderGroup opener : openers) {
      Box box = opener.box(MARGIN, top, opener.height());
      boxes.add(box);
      for (int i = 0; i < opener.lanes().size(); i++) {
        Flow flow = opener.lanes().get(i);
        int y = opener.lane(box, i);
        boolean toBalancer = LadderGroup.to(Role.BALANCER).test(flow);
        if (toBalancer) {
          balanced.add(y);
        } else if (!balanced.isEmpty()) {
          placeBalancer(balanced, balancers++);
          balanced.clear();
        }
        arrows.add(arrow(flow, box.right(), toBalancer ? balancerLeft : connectorLeft, y));
      }
      top = box.bottom() + LadderGroup.BETWEEN;
    }
    if (!balanced.isEmpty()) {
      placeBalancer(balanced, balancers);
    }
  }

  /**
   * A box for lanes that lie together; where other lanes part them, the balancer is drawn again,
   * and only its first box shows the flows behind it.
   */
  private void placeBalancer(List<Integer> lanes, int before) {
    int first = lanes.get(0);
    int last = lanes.get(lanes.size() - 1);
    int top = first - AROUND_BALANCER;
    int height = last - first + 2 * AROUND_BALANCER;
    Box box = new Box(Role.BALANCER.slug(), "", balancerLeft, top, LadderGroup.BOX_WIDTH, height);
    boxes.add(box);
    int y = (first + last) / 2;
    List<Flow> behind = flows.stream().filter(LadderGroup.from(Role.BALANCER)).toList();
    if (behind.isEmpty() || before > 0) {
      String hint =
          behind.isEmpty()
              ? "the balancer hands connections on with the client's address"
              : "the balancer hands connections on as above";
      arrows.add(new Arrow("handed on", hint, box.right(), connectorLeft, y, ArrowKind.HANDED_ON));
      return;
    }
    for (Flow flow : behind) {
      arrows.add(arrow(flow, box.right(), connectorLeft, y));
      y += LadderGroup.LANE;
    }
  }

  private void placeTargets(
      Box connector, List<LadderGroup> targets, List<LadderGroup> beyond, int start) {
    int top = start;
    for (LadderGroup target : targets) {
      Box box = place(connector, target, top, height(target, beyond));
      if (isWorkstation(target)) {
        int beside = top;
        for (LadderGroup further : beyond) {
          beside = place(box, further, beside, further.height()).bottom() + LadderGroup.BETWEEN;
        }
      }
      top = box.bottom() + LadderGroup.BETWEEN;
    }
  }

  private Box place(Box opener, LadderGroup target, int top, int height) {
    Box box = target.box(opener.right() + GAP_WIDTH, top, height);
    boxes.add(box);
    for (int i = 0; i < target.lanes().size(); i++) {
      Flow flow = target.lanes().get(i);
      arrows.add(arrow(flow, opener.right(), box.left(), target.lane(box, i)));
    }
    return box;
  }

  private static Arrow arrow(Flow flow, int from, int to, int y) {
    return new Arrow(
        DiagramText.traffic(flow),
        flow + ": " + String.join(", ", flow.reasons()),
        from,
        to,
        y,
        DiagramText.isAnyone(flow.from()) ? ArrowKind.ANYONE : ArrowKind.KNOWN);
  }
}
