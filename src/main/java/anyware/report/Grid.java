package anyware.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table with columns of fixed widths, which the page's style knows by their titles.
 *
 * @param id the table's identity in the page
 * @param kind the style's class
 * @param caption what it shows
 * @param titles the columns' titles
 * @param rows the rows
 */
record Grid(String id, String kind, String caption, List<String> titles, List<Row> rows) {
  /**
   * A row.
   *
   * @param attributes further attributes with a blank before each, escaped; may be empty
   * @param cells as many as there are titles
   */
  record Row(String attributes, List<Cell> cells) {
    /** A row of texts. */
    static Row of(List<String> texts) {
      return new Row("", texts.stream().map(Cell::of).toList());
    }
  }

  /** The table; roles are spelled out for the reason that {@link Html#table} gives. */
  String html() {
    String columns =
        titles.stream()
            .map(title -> "<col class=\"c-" + Html.text(slug(title)) + "\">")
            .collect(Collectors.joining());
    String head =
        titles.stream()
            .map(title -> "<th role=\"columnheader\" scope=\"col\">" + Html.text(title) + "</th>")
            .collect(Collectors.joining());
    return """
    <table id="%s" class="%s" role="table">
    <caption>%s</caption>
    <colgroup>%s</colgroup>
    <thead role="rowgroup"><tr role="row">%s</tr></thead>
    <tbody role="rowgroup">
    %s
    </tbody>
    </table>
    """
        .formatted(
            Html.text(id),
            kind,
            Html.text(caption),
            columns,
            head,
            rows.stream().map(this::row).collect(Collectors.joining("\n")));
  }

  private String row(Row row) {
    return IntStream.range(0, titles.size())
        .mapToObj(column -> cell(column, row.cells().get(column)))
        .collect(Collectors.joining("", "<tr role=\"row\"" + row.attributes() + ">", "</tr>"));
  }

  private String cell(int column, Cell cell) {
    String label = Html.text(titles.get(column));
    return column == 0
        ? "<th role=\"rowheader\" scope=\"row\" data-label=\"%s\"%s>%s</th>"
            .formatted(label, cell.attributes(), cell.html())
        : "<td role=\"cell\" data-label=\"%s\"%s>%s</td>"
            .formatted(label, cell.attributes(), cell.html());
  }

  private static String slug(String title) {
    return title.replace(' ', '-');
  }
}
