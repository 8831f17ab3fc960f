package anyware.report;

import anyware.report.Picture.Area;
import anyware.report.Picture.Placed;
import anyware.report.Picture.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the places for boxes and edges, layer by layer: edges bend only between columns, each in a
 * track of its own, and pass a column that does not concern them above or below it. A label stands
 * on the last level piece of its edge, which no other edge touches.
 */
final class PictureLayout {
  private static final int BOX = 184;
  private static final int LINE = 14;
  private static final int PORT = 24;
  private static final int PAD = 10;
  private static final int TITLE = 20;
  private static final int BETWEEN = 12;
  private static final int ARROW_GAP = 34;
  private static final int TRACK = 7;
  private static final int LETTER = 6;
  private static final int COLUMNS = 4;

  private final List<PictureBox> boxes;
  private final List<Bundle> bundles;
  private final Map<Bundle, Integer> lanes = new HashMap<>();
  private final List<Placed> placed = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();
  private final int[] lefts = new int[COLUMNS + 1];

  PictureLayout(AlikeSites sites) {
    boxes = PictureBox.of(sites);
    bundles = sites.bundles();
  }

  Picture picture() {
    int left = 2;
    for (int column = 0; column < COLUMNS; column++) {
      lefts[column] = left;
      left += boxes(column).isEmpty() ? 0 : BOX + 2 * PAD + gutter(column);
    }
    lefts[COLUMNS] = left;
    int height = 0;
    for (int column = 0; column < COLUMNS; column++) {
      height = Math.max(height, place(column, 0, false));
    }
    for (int column = 0; column < COLUMNS; column++) {
      place(column, (height - place(column, 0, false)) / 2, true);
    }
    List<Route> edges = new PictureEdges(placed, lanes, bundles).edges();
    int width = placed.stream().mapToInt(Placed::right).max().orElse(0) + PAD + 2;
    int bottom =
        IntStream.concat(
                areas.stream().mapToInt(area -> area.top() + area.height()),
                lanes.values().stream().mapToInt(Integer::intValue))
            .max()
            .orElse(0);
    return new Picture(width, bottom + 8, areas, placed, edges);
  }

  private List<PictureBox> boxes(int column) {
    return boxes.stream().filter(box -> box.column() == column).toList();
  }

  /** Columns of the ends of a bundle. */
  private int from(Bundle bundle) {
    return column(bundle.from(), 0);
  }

  private int to(Bundle bundle) {
    return column(bundle.to(), COLUMNS - 1);
  }

  private int column(String name, int outside) {
    return boxes.stream()
        .filter(box -> box.name().equals(name) && (box.role() || box.column() == outside))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no box " + name))
        .column();
  }

  /** Room for the tracks and for the longest label. */
  private int gutter(int column) {
    List<Bundle> through =
        bundles.stream().filter(b -> from(b) <= column && to(b) > column).toList();
    int letters =
        through.stream()
            .filter(b -> to(b) == column + 1 || boxes(column + 1).isEmpty())
            .mapToInt(b -> b.traffic().length() + (b.fromAnyone() ? 7 : 4))
            .max()
            .orElse(0);
    return column == COLUMNS - 1 ? 0 : 22 + through.size() * TRACK + Math.max(40, letters * LETTER);
  }

  private List<Bundle> passing(int column, boolean above) {
    return bundles.stream()
        .filter(b -> from(b) < column && to(b) > column)
        .filter(b -> above == isAbove(b))
        .toList();
  }

  /** To the vendor's services above what lies between, to all others below it. */
  private boolean isAbove(Bundle bundle) {
    return boxes.stream()
        .anyMatch(box -> box.name().equals(bundle.to()) && box.zone() == TrustZone.VENDOR);
  }

  private int place(int column, int start, boolean forGood) {
    int y = start + 4;
    for (Bundle bundle : passing(column, true)) {
      y += PORT;
      if (forGood) {
        lanes.put(bundle, y - 6);
      }
    }
    List<PictureBox> stack = boxes(column);
    int top = y;
    for (int i = 0; i < stack.size(); i++) {
      PictureBox box = stack.get(i);
      boolean opens = i == 0 || stack.get(i - 1).zone() != box.zone();
      if (opens) {
        y += i == 0 ? 0 : PAD + BETWEEN;
        top = y;
        y += TITLE;
      } else {
        y += isLinked(stack.get(i - 1), box) ? ARROW_GAP : BETWEEN;
      }
      if (opens && i > 0 && isLinked(stack.get(i - 1), box)) {
        y += ARROW_GAP - BETWEEN;
      }
      int height = height(box);
      if (forGood) {
        placed.add(new Placed(box, lefts[column] + PAD, y, BOX, height));
      }
      y += height;
      boolean closes = i == stack.size() - 1 || stack.get(i + 1).zone() != box.zone();
      if (closes && forGood) {
        areas.add(new Area(box.zone(), lefts[column], top, BOX + 2 * PAD, y + PAD - top));
      }
    }
    y += stack.isEmpty() ? 0 : PAD;
    for (Bundle bundle : passing(column, false)) {
      y += PORT;
      if (forGood) {
        lanes.put(bundle, y - 6);
      }
    }
    return y - start;
  }

  private boolean isLinked(PictureBox upper, PictureBox lower) {
    return bundles.stream()
        .anyMatch(b -> b.from().equals(upper.name()) && b.to().equals(lower.name()));
  }

  private int height(PictureBox box) {
    int words = DiagramText.boxLines(box.name()).size() + box.lines().size();
    return Math.max(words * LINE + 14, Math.max(ports(box, true), ports(box, false)) * PORT + 4);
  }

  private int ports(PictureBox box, boolean in) {
    return (int)
        bundles.stream()
            .filter(b -> (in ? b.to() : b.from()).equals(box.name()) && from(b) != to(b))
            .filter(b -> box.role() || (in ? to(b) : from(b)) == box.column())
            .count();
  }
}
