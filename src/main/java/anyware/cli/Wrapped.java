package anyware.cli;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines. */
final class Wrapped {
  private static final char ESCAPE = '\u001b';

  private Wrapped() {}

  /**
   * The text in lines, broken at blanks. A word that is longer than a line stays whole.
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
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && length(line.toString()) + 1 + length(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** How many columns the text takes. */
  static int length(String text) {
    return text.indexOf(ESCAPE) < 0
        ? text.length()
        : text.replaceAll(ESCAPE + "\\[\\d+m", "").length();
  }
}
