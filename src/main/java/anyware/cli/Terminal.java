package anyware.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command's words go.
 *
 * @param out for answers
 * @param err for what went wrong
 * @param columns how wide the terminal is; 0 when lines must not be broken
 * @param colours whether it shows colours
 */
record Terminal(PrintWriter out, PrintWriter err, int columns, boolean colours) {
  private static final String COLUMNS = "anyware.columns";
  private static final int NARROWEST = 40;

  /** The terminal that the JVM was started from. */
  static Terminal ofSystem() {
    Charset charset = Charset.defaultCharset();
    return new Terminal(
        new PrintWriter(System.out, true, charset),
        new PrintWriter(System.err, true, charset),
        Integer.getInteger(COLUMNS, 0),
        Ansi.AUTO.enabled());
  }

  /** The width to break lines at; 0 when they must not be broken. */
  int width() {
    return columns == 0 ? 0 : Math.max(columns, NARROWEST);
  }

  /** An answer's line as it is. */
  void line(String text) {
    out.println(text);
  }

  /** An empty line. */
  void gap() {
    out.println();
  }

  /** An answer's sentence, broken at the terminal's edge. */
  void sentence(int indent, String text) {
    sentence(out, indent, text);
  }

  /** A complaint's sentence, broken at the terminal's edge. */
  void complaint(int indent, String text) {
    sentence(err, indent, text);
  }

  private void sentence(PrintWriter writer, int indent, String text) {
    String margin = " ".repeat(indent);
    int room = width() == 0 ? 0 : width() - indent - 2;
    String hanging = margin;
    for (String line : Wrapped.lines(text, room)) {
      writer.println(hanging + line);
      hanging = margin + "  ";
    }
  }

  /** Something to be glad of. */
  String good(String text) {
    return coloured("32", text);
  }

  /** Something to be sorry for. */
  String bad(String text) {
    return coloured("31", text);
  }

  /** Something to be seen. */
  String strong(String text) {
    return coloured("1", text);
  }

  private String coloured(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
