package anyware.report;

import java.util.List;

/**
 * Sites as a picture: zones of trust from left to right, in them boxes, between them edges. Lengths
 * are in the picture's own units, about a pixel each.
 *
 * @param width the picture's width
 * @param height the picture's height
 * @param zones the zones
 * @param boxes the boxes
 * @param edges the edges
 */
record Picture(int width, int height, List<Area> zones, List<Placed> boxes, List<Route> edges) {
  /** Copies the lists. */
  Picture {
    zones = List.copyOf(zones);
    boxes = List.copyOf(boxes);
    edges = List.copyOf(edges);
  }

  /**
   * A zone.
   *
   * @param zone which
   * @param left the left edge
   * @param top the upper edge
   * @param width the width
   * @param height the height
   */
  record Area(TrustZone zone, int left, int top, int width, int height) {}

  /**
   * A box.
   *
   * @param box what it shows
   * @param left the left edge
   * @param top the upper edge
   * @param width the width
   * @param height the height
   */
  record Placed(PictureBox box, int left, int top, int width, int height) {
    int right() {
      return left + width;
    }

    int bottom() {
      return top + height;
    }
  }

  /**
   * An edge.
   *
   * @param bundle what it carries
   * @param path its way, as SVG has it
   * @param labelX where the label's middle is
   * @param labelY the label's base line
   * @param beside whether the label begins there, beside a vertical edge
   */
  record Route(Bundle bundle, String path, int labelX, int labelY, boolean beside) {}
}
