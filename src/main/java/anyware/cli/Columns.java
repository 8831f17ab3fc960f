package anyware.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A table for a terminal: cells are broken at blanks until it fits. */
final class Columns {
  private static final String GAP = "  ";

  private Columns() {}

  /**
   * The table's lines, titles underlined.
   *
   * @param titles the columns' titles
   * @param rows as many cells a row as there are titles
   * @param width the terminal's width; 0 for no limit
   */
  static List<String> lines(List<String> titles, List<List<String>> rows, int width) {
    List<List<String>> all = new ArrayList<>();
    all.add(titles);
    all.addAll(rows);
    List<Integer> widths = widths(all, width);
    List<String> lines = new ArrayList<>();
    for (List<String> row : all) {
      lines.addAll(lines(row, widths));
      if (lines.size() == 1) {
        lines.add(joined(widths.stream().map("-"::repeat).toList(), widths));
      }
    }
    return lines;
  }

  /** Words stay whole as long as the table fits; then names are broken at their hyphens. */
  private static List<Integer> widths(List<List<String>> rows, int width) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      widths.add(longest(rows, column, cell -> List.of(cell)));
    }
    if (width > 0) {
      int room = width - GAP.length() * (widths.size() - 1);
      shrink(widths, room, column -> longest(rows, column, cell -> List.of(cell.split(" ", -1))));
      shrink(widths, room, column -> longest(rows, column, Wrapped::pieces));
    }
    return widths;
  }

  private static int longest(
      List<List<String>> rows, int column, Function<String, List<String>> parts) {
    return rows.stream()
        .flatMap(row -> parts.apply(row.get(column)).stream())
        .mapToInt(part -> part.strip().length())
        .max()
        .orElse(0);
  }

  /** Takes from the widest column that can give, until the table fits. */
  private static void shrink(List<Integer> widths, int room, IntUnaryOperator least) {
    while (widths.stream().mapToInt(Integer::intValue).sum() > room) {
      OptionalInt widest =
          IntStream.range(0, widths.size())
              .filter(column -> widths.get(column) > least.applyAsInt(column))
              .reduce((a, b) -> widths.get(b) > widths.get(a) ? b : a);
      if (widest.isEmpty()) {
        return;
      }
      widths.set(widest.getAsInt(), widths.get(widest.getAsInt()) - 1);
    }
  }

  private static List<String> lines(List<String> row, List<Integer> widths) {
    List<List<String>> cells =
        IntStream.range(0, row.size())
            .mapToObj(column -> Wrapped.lines(row.get(column), widths.get(column)))
            .toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(
            line ->
                joined(
                    cells.stream().map(cell -> line < cell.size() ? cell.get(line) : "").toList(),
                    widths))
        .toList();
  }

  private static String joined(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      line.append(column == 0 ? "" : GAP)
          .append(cell)
          .append(" ".repeat(Math.max(0, widths.get(column) - cell.length())));
    }
    return line.toString().stripTrailing();
  }
}
