package anyware.cli;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
final class Wrapped {
  private static final char ESCAPE = '\u001b';

  private Wrapped() {}

  /**
   * The text in lines, broken at blanks, and at hyphens where a word is longer than a line.
   *
   * @param text the text
   * @param width the longest line, colours not counted; 0 for no limit
   */
  static List<String> lines(String text, int width) {
    if (width == 0 || length(text) <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("(?<= )", -1)) {
      for (String piece : length(word.strip()) > width ? pieces(word) : List.of(word)) {
        if (line.length() > 0 && length(line + piece.stripTrailing()) > width) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
        }
        line.append(piece);
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** The shortest pieces that the text can be broken into, each with the blank that follows it. */
  static List<String> pieces(String text) {
    return List.of(text.split("(?<=[ -])", -1));
  }

  /** How many columns the text takes. */
  static int length(String text) {
    return text.indexOf(ESCAPE) < 0
        ? text.length()
        : text.replaceAll(ESCAPE + "\\[\\d+m", "").length();
  }
}
