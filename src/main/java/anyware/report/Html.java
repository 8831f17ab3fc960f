package anyware.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of HTML in which whatever comes from outside is text and never markup. */
final class Html {
  private Html() {}

  /** A text as it may stand between tags and in a quoted attribute. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * A table whose first column names its rows. Roles are spelled out, because browsers forget what
   * a table is once narrow screens show its rows as cards.
   *
   * @param id the table's identity in the page
   * @param caption what it shows
   * @param titles the columns' titles
   * @param rows texts, as many a row as there are titles
   */
  static String table(String id, String caption, List<String> titles, List<List<String>> rows) {
    String head =
        titles.stream()
            .map(title -> "<th role=\"columnheader\" scope=\"col\">" + text(title) + "</th>")
            .collect(Collectors.joining());
    String body = rows.stream().map(row -> row(titles, row)).collect(Collectors.joining("\n"));
    return """
        <table id="%s" role="table">
        <caption>%s</caption>
        <thead role="rowgroup"><tr role="row">%s</tr></thead>
        <tbody role="rowgroup">
        %s
        </tbody>
        </table>
        """
        .formatted(text(id), text(caption), head, body);
  }

  private static String row(List<String> titles, List<String> row) {
    return IntStream.range(0, titles.size())
        .mapToObj(column -> cell(column, titles.get(column), row.get(column)))
        .collect(Collectors.joining("", "<tr role=\"row\">", "</tr>"));
  }

  private static String cell(int column, String title, String content) {
    return column == 0
        ? "<th role=\"rowheader\" scope=\"row\" data-label=\"%s\">%s</th>"
            .formatted(text(title), text(content))
        : "<td role=\"cell\" data-label=\"%s\">%s</td>".formatted(text(title), text(content));
  }

  /** A list of texts. */
  static String list(List<String> items) {
    return items.stream()
        .map(item -> "<li>" + text(item) + "</li>\n")
        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  /** A drop-down list whose first choice is everything. */
  static String choice(String label, String column, List<String> values) {
    String options =
        values.stream()
            .distinct()
            .sorted()
            .map(value -> "<option>" + text(value) + "</option>")
            .collect(Collectors.joining());
    return "<label>%s <select data-column=\"%s\"><option value=\"\">all</option>%s</select></label>\n"
        .formatted(text(label), text(column), options);
  }
}
