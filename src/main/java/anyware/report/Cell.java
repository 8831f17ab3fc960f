package anyware.report;

/**
 * What stands in a cell of a table.
 *
 * @param html the content, escaped
 * @param attributes further attributes of the cell with a blank before each, escaped; may be empty
 */
record Cell(String html, String attributes) {
  /** A text. */
  static Cell of(String text) {
    return new Cell(Html.text(text), "");
  }
}
