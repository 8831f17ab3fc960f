package anyware.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns in the words that Java and ECMAScript share, which is what JSON Schema asks for
 * (https://json-schema.org/understanding-json-schema/reference/regular_expressions).
 */
final class PortablePattern {
  private static final String ANY_LINE = "(?s)";

  /** A pattern's pieces: an escape, a set, or a letter. */
  private static final Pattern PIECE = Pattern.compile("\\\\.|\\[[^\\]]*\\]|[A-Za-z]");

  private PortablePattern() {}

  /** The same pattern without flags. */
  static String of(Pattern form) {
    String text = form.pattern();
    if (text.startsWith(ANY_LINE)) {
      text = text.substring(ANY_LINE.length()).replace(".+", "[\\s\\S]+");
    }
    return (form.flags() & Pattern.CASE_INSENSITIVE) == 0
        ? text
        : PIECE
            .matcher(text)
            .replaceAll(piece -> Matcher.quoteReplacement(inAnyCase(piece.group())));
  }

  private static String inAnyCase(String piece) {
    if (piece.length() == 1) {
      return "[" + piece.toLowerCase(Locale.ROOT) + piece.toUpperCase(Locale.ROOT) + "]";
    }
    return piece.contains("a-z") && !piece.contains("A-Z") ? piece.replace("a-z", "a-zA-Z") : piece;
  }
}
