package anyware.problem;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.regex.Pattern;

/** Keys and values of others as a message may show them: short, on one line, harmless. */
public final class Printable {
  private static final int LIMIT = 40;
  private static final String ELLIPSIS = "...";

  /** Control characters, line ends and invisible characters, which could forge or hide text. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Printable() {}

  /** A text cut to 40 characters, with a question mark for everything unprintable. */
  public static String text(String text) {
    return text(text, LIMIT);
  }

  /** A text of any length on one line, with a question mark for everything unprintable. */
  public static String line(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }

  /** The same with a limit of its own, at least 3. */
  public static String text(String text, int limit) {
    String cut =
        text.length() <= limit ? text : text.substring(0, limit - ELLIPSIS.length()) + ELLIPSIS;
    return UNPRINTABLE.matcher(cut).replaceAll("?");
  }

  /** Whether a text can be shown as it is. */
  public static boolean isPrintable(String text) {
    return !UNPRINTABLE.matcher(text).find();
  }

  /** A scalar's value; of a list or structure only that it is one. */
  public static String value(JsonElement value) {
    if (value instanceof JsonPrimitive scalar) {
      String text = text(scalar.getAsString());
      return scalar.isString() ? '"' + text + '"' : text;
    }
    return type(value);
  }

  /** What sort of value it is, without the value. */
  public static String type(JsonElement value) {
    if (value instanceof JsonPrimitive scalar) {
      return scalar.isString() ? "a text" : scalar.isNumber() ? "a number" : "a true or false";
    }
    return value.isJsonArray() ? "a list" : value.isJsonObject() ? "a structure" : "nothing";
  }
}
