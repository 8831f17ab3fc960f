package anyware.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  private static List<Integer> widths(List<List<String>> rows, int width) {
    List<Integer> widths = new ArrayList<>();
    List<Integer> least = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int index = column;
      widths.add(rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
      least.add(rows.stream().mapToInt(row -> longestWord(row.get(index))).max().orElse(0));
    }
    int room = width - GAP.length() * (widths.size() - 1);
    while (width > 0 && sum(widths) > room) {
      int widest =
          IntStream.range(0, widths.size())
              .filter(column -> widths.get(column) > least.get(column))
              .boxed()
              .max((a, b) -> Integer.compare(widths.get(a), widths.get(b)))
              .orElse(-1);
      if (widest < 0) {
        return widths;
      }
      widths.set(widest, widths.get(widest) - 1);
    }
    return widths;
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  private static int longestWord(String cell) {
    return Collections.max(Wrapped.lines(cell, 1).stream().map(String::length).toList());
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
