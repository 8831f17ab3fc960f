package anyware.report;

import anyware.policy.Policy;
import java.util.List;

/**
 * A site's flows as a picture: who opens connections stands left of who accepts them, and every
 * flow is a level arrow in a lane of its own. So no arrow crosses another, whatever the settings.
 * Lengths are in the picture's own units, about a pixel each.
 *
 * @param width the picture's width
 * @param height the picture's height
 * @param boxes who opens or accepts connections
 * @param arrows the flows
 */
record Ladder(int width, int height, List<Box> boxes, List<Arrow> arrows) {
  /** Copies the lists. */
  Ladder {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /**
   * One who opens or accepts connections.
   *
   * @param name who
   * @param addresses where from, short; empty for a role
   * @param left the left edge
   * @param top the upper edge
   * @param width the width
   * @param height the height
   */
  record Box(String name, String addresses, int left, int top, int width, int height) {
    int right() {
      return left + width;
    }

    int bottom() {
      return top + height;
    }
  }

  /**
   * A flow.
   *
   * @param label service, port and protocol
   * @param hint what it is for
   * @param from the x at which it starts
   * @param to the x at which it ends, greater than {@code from}
   * @param y where it runs
   * @param kind how to draw it
   */
  record Arrow(String label, String hint, int from, int to, int y, ArrowKind kind) {}

  /** What sort of flow it is. */
  enum ArrowKind {
    /** From or to somebody known. */
    KNOWN,
    /** From any address there is. */
    ANYONE,
    /** No flow of its own: what the balancer hands on with the client's address. */
    HANDED_ON
  }

  /** The picture of a site. */
  static Ladder of(Policy policy) {
    return new LadderLayout(policy).ladder();
  }
}
