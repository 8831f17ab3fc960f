package anyware.report;

import anyware.report.Picture.Placed;
import anyware.report.Picture.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Finds the ways of edges between boxes that have their places. */
final class PictureEdges {
  private static final int TRACK = 7;
  private static final int FIRST_TRACK = 18;

  private final List<Placed> placed;
  private final Map<Bundle, Integer> lanes;
  private final List<Bundle> bundles;
  private final Map<Bundle, Integer> starts = new HashMap<>();
  private final Map<Bundle, Integer> ends = new HashMap<>();

  /**
   * Edges to be placed.
   *
   * @param placed the boxes
   * @param lanes where edges pass a column that lies between their ends
   * @param bundles what the edges carry
   */
  PictureEdges(List<Placed> placed, Map<Bundle, Integer> lanes, List<Bundle> bundles) {
    this.placed = placed;
    this.lanes = lanes;
    this.bundles = bundles;
  }

  private Placed from(Bundle bundle) {
    return box(bundle.from(), 0);
  }

  private Placed to(Bundle bundle) {
    return box(bundle.to(), 3);
  }

  private Placed box(String name, int outside) {
    return placed.stream()
        .filter(one -> one.box().name().equals(name))
        .filter(one -> one.box().role() || one.box().column() == outside)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no box " + name));
  }

  private boolean isUpright(Bundle bundle) {
    return from(bundle).left() == to(bundle).left();
  }

  List<Route> edges() {
    List<Bundle> level = bundles.stream().filter(bundle -> !isUpright(bundle)).toList();
    for (Placed box : placed) {
      spread(
          box,
          level.stream().filter(b -> from(b).equals(box)).toList(),
          b -> lanes.getOrDefault(b, middle(to(b))),
          starts);
      spread(
          box,
          level.stream().filter(b -> to(b).equals(box)).toList(),
          b -> lanes.getOrDefault(b, middle(from(b))),
          ends);
    }
    List<Route> edges = new ArrayList<>();
    Map<Bundle, StringBuilder> paths = new HashMap<>();
    Map<Bundle, Integer> labels = new HashMap<>();
    List<Integer> columns = placed.stream().map(Placed::left).distinct().sorted().toList();
    for (int i = 0; i + 1 < columns.size(); i++) {
      cross(columns.get(i), columns.get(i + 1), level, paths, labels);
    }
    for (Bundle bundle : bundles) {
      if (isUpright(bundle)) {
        edges.add(upright(bundle));
      } else {
        Placed to = to(bundle);
        int y = ends.getOrDefault(bundle, 0);
        String path = paths.getOrDefault(bundle, new StringBuilder()) + "m-7-4 7 4-7 4";
        int label = (labels.getOrDefault(bundle, 0) + to.left() - 6) / 2;
        edges.add(new Route(bundle, path, label, y - 5, false));
      }
    }
    return edges;
  }

  private Route upright(Bundle bundle) {
    Placed from = from(bundle);
    Placed to = to(bundle);
    int x = from.left() + 40;
    boolean down = from.top() < to.top();
    int start = down ? from.bottom() : from.top();
    int end = down ? to.top() - 1 : to.bottom() + 1;
    String path = "M%d %dV%dm-4%s".formatted(x, start, end, down ? "-7 4 7 4-7" : " 7 4-7 4 7");
    return new Route(bundle, path, x + 10, (start + end) / 2 + 4, true);
  }

  private static int middle(Placed box) {
    return box.top() + box.height() / 2;
  }

  /** Ports along a side of a box, in the order of where their edges come from or go to. */
  private static void spread(
      Placed box, List<Bundle> own, ToIntFunction<Bundle> other, Map<Bundle, Integer> ports) {
    List<Bundle> sorted = own.stream().sorted(Comparator.comparingInt(other)).toList();
    for (int i = 0; i < sorted.size(); i++) {
      ports.put(
          sorted.get(i), box.top() + 4 + (2 * i + 1) * (box.height() - 4) / (2 * sorted.size()));
    }
  }

  /** Edges on their way from one column to the next. */
  private void cross(
      int left,
      int right,
      List<Bundle> level,
      Map<Bundle, StringBuilder> paths,
      Map<Bundle, Integer> labels) {
    List<Bundle> through =
        level.stream().filter(b -> from(b).left() <= left && to(b).left() >= right).toList();
    List<Bundle> upwards =
        through.stream()
            .filter(b -> out(b, right) < in(b, left))
            .sorted(Comparator.comparingInt(b -> in(b, left)))
            .toList();
    List<Bundle> downwards =
        through.stream()
            .filter(b -> out(b, right) >= in(b, left))
            .sorted(Comparator.comparingInt((Bundle b) -> in(b, left)).reversed())
            .toList();
    List<Bundle> tracks = new ArrayList<>(upwards);
    tracks.addAll(downwards);
    int edge = rightOf(left);
    for (int i = 0; i < tracks.size(); i++) {
      Bundle bundle = tracks.get(i);
      int x = edge + FIRST_TRACK + i * TRACK;
      int target = to(bundle).left() == right ? right - 1 : right;
      StringBuilder path =
          paths.computeIfAbsent(
              bundle, b -> new StringBuilder("M" + from(b).right() + " " + in(b, left)));
      path.append("H" + x + "V" + out(bundle, right) + "H" + target);
      labels.put(bundle, edge + FIRST_TRACK + tracks.size() * TRACK);
    }
  }

  /** The right side of the boxes of a column. */
  private int rightOf(int left) {
    return placed.stream()
        .filter(box -> box.left() == left)
        .mapToInt(Placed::right)
        .max()
        .orElse(left);
  }

  /** How high an edge comes out of a column. */
  private int in(Bundle bundle, int left) {
    return from(bundle).left() == left
        ? starts.getOrDefault(bundle, 0)
        : lanes.getOrDefault(bundle, 0);
  }

  /** How high it goes on into the next one. */
  private int out(Bundle bundle, int right) {
    return to(bundle).left() == right
        ? ends.getOrDefault(bundle, 0)
        : lanes.getOrDefault(bundle, 0);
  }
}
