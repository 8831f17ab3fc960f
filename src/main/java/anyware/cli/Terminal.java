package anyware.cli;

import anyware.problem.Printable;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[(0|1|31|32)m");

  /** The terminal that the JVM was started from. */
  static Terminal ofSystem() {
    Charset charset = Charset.defaultCharset();
    return new Terminal(
        new PrintWriter(System.out, true, charset),
        new PrintWriter(System.err, true, charset),
        Integer.getInteger(COLUMNS, 0),
        showsColours(System.getenv(), Ansi.AUTO.enabled()));
  }

  /**
   * Whether colours are wanted and shown.
   *
   * @param environment the environment variables: {@code NO_COLOR} (https://no-color.org) and a
   *     {@code TERM} that is dumb say no
   * @param isTerminal whether somebody looks at what is printed
   */
  static boolean showsColours(Map<String, String> environment, boolean isTerminal) {
    return isTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** The width to break lines at; 0 when they must not be broken. */
  int width() {
    return columns == 0 ? 0 : Math.max(columns, NARROWEST);
  }

  /** An answer's line, not broken. */
  void line(String text) {
    out.println(harmless(text));
  }

  /** Lines in a form for programs or pages, whose writer has escaped what others wrote. */
  void document(String text) {
    out.print(text);
  }

  /**
   * Names and texts of others come out here only, so here they lose what could move the cursor,
   * begin a line or hide a word; the colours are our own.
   */
  private String harmless(String text) {
    if (!colours) {
      return Printable.line(text);
    }
    StringBuilder harmless = new StringBuilder();
    int end = 0;
    for (Matcher colour = COLOUR.matcher(text); colour.find(); end = colour.end()) {
      harmless.append(Printable.line(text.substring(end, colour.start()))).append(colour.group());
    }
    return harmless + Printable.line(text.substring(end));
  }

  /** An empty line. */
  void gap() {
    out.println();
  }

  /** An answer's sentence, broken at the terminal's edge. */
  void sentence(int indent, String text) {
    sentence(out, indent, text);
  }

  /** A question, after which the answer is typed. */
  void ask(String text) {
    out.print(harmless(text));
    out.flush();
  }

  /** A complaint's sentence, broken at the terminal's edge. */
  void complaint(int indent, String text) {
    sentence(err, indent, text);
  }

  private void sentence(PrintWriter writer, int indent, String text) {
    String margin = " ".repeat(indent);
    int room = width() == 0 ? 0 : width() - indent - 2;
    String hanging = margin;
    for (String line : Wrapped.lines(harmless(text), room)) {
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
