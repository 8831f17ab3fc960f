package anyware.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command line of a POSIX shell, or some options of one.
 *
 * @param pieces what stays together on a line, quoted: the command, then each option with its value
 * @param variables the variables in it
 */
public record ShellCommand(List<String> pieces, List<Variable> variables) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
  private static final String CONTINUED = " \\";
  private static final String MARGIN = "    ";

  /** Copies the lists. */
  public ShellCommand {
    pieces = List.copyOf(pieces);
    variables = List.copyOf(variables);
  }

  /**
   * A command without options.
   *
   * @param name its words, taken as they are
   */
  public static ShellCommand of(String name) {
    return new ShellCommand(List.of(name), List.of());
  }

  /** Options of a command that somebody else calls. */
  public static ShellCommand ofOptions() {
    return new ShellCommand(List.of(), List.of());
  }

  /** The command with a further word or option, taken as it is. */
  public ShellCommand with(String piece) {
    List<String> longer = new ArrayList<>(pieces);
    longer.add(piece);
    return new ShellCommand(longer, variables);
  }

  /**
   * The command with an option.
   *
   * @param option how the option begins, the separator of its value included, such as {@code
   *     "--region "} or {@code "--zone="}
   * @param value its value, which reaches the command as it is
   */
  public ShellCommand with(String option, String value) {
    return with(option + quoted(value));
  }

  /**
   * The command with an option whose value the user knows.
   *
   * @param option how the option begins, the separator of its value included
   * @param value the variable
   */
  public ShellCommand with(String option, Variable value) {
    return with(option, value, "");
  }

  /** The same with something behind the value, taken as it is. */
  ShellCommand with(String option, Variable value, String rest) {
    List<Variable> more = new ArrayList<>(variables);
    more.add(value);
    return new ShellCommand(with(option + value.reference() + rest).pieces, more);
  }

  /** A value as one word of the shell. */
  static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  /**
   * The command on one line, or on several that the shell reads as one.
   *
   * @param width the longest line, kept to where no single piece is longer; 0 for one line
   */
  public List<String> lines(int width) {
    if (width == 0) {
      return List.of(String.join(" ", pieces));
    }
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String piece : pieces) {
      String longer = line.isEmpty() ? piece : line + " " + piece;
      if (line.isBlank() || longer.length() + CONTINUED.length() <= width) {
        line = longer;
      } else {
        lines.add(line + CONTINUED);
        line = MARGIN + piece;
      }
    }
    lines.add(line);
    return lines;
  }
}
