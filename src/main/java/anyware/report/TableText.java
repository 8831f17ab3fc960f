package anyware.report;

import anyware.problem.Printable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables as text: aligned for a terminal, Markdown, or CSV. */
public final class TableText {
  private TableText() {}

  /**
   * Columns aligned by blanks, titles underlined.
   *
   * @param titles the columns' titles
   * @param rows as many cells a row as there are titles
   */
  public static String aligned(List<String> titles, List<List<String>> rows) {
    List<Integer> widths =
        IntStream.range(0, titles.size())
            .mapToObj(
                column ->
                    rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .reduce(titles.get(column).length(), Math::max))
            .toList();
    List<String> rule = widths.stream().map("-"::repeat).toList();
    return lines(titles, rule, rows, row -> padded(row, widths));
  }

  private static String padded(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column -> row.get(column) + " ".repeat(widths.get(column) - row.get(column).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  /** A Markdown table; bars in cells are escaped. */
  public static String markdown(List<String> titles, List<List<String>> rows) {
    List<String> rule = titles.stream().map(title -> "---").toList();
    return lines(titles, rule, rows, TableText::bars);
  }

  private static String bars(List<String> row) {
    return row.stream()
        .map(cell -> Printable.line(cell).replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String lines(
      List<String> titles,
      List<String> rule,
      List<List<String>> rows,
      Function<List<String>, String> line) {
    StringBuilder text = new StringBuilder();
    text.append(line.apply(titles)).append('\n').append(line.apply(rule)).append('\n');
    rows.forEach(row -> text.append(line.apply(row)).append('\n'));
    return text.toString();
  }

  /** Comma-separated values after RFC 4180, titles first. */
  public static String csv(List<String> titles, List<List<String>> rows) {
    StringBuilder text = new StringBuilder(record(titles));
    rows.forEach(row -> text.append(record(row)));
    return text.toString();
  }

  private static String record(List<String> row) {
    return row.stream().map(TableText::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    String line = Printable.line(cell);
    return line.matches("[^\",]*") ? line : '"' + line.replace("\"", "\"\"") + '"';
  }
}
