package anyware.attach;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * JSON values in HCL, laid out as {@code terraform fmt} does
 * (https://developer.hashicorp.com/terraform/language/expressions/strings).
 */
final class HclText {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /** Beginnings of templates, and what would break a quoted text or could not be seen in it. */
  private static final Pattern SPECIAL =
      Pattern.compile("[$%](?=\\{)|[\"\\\\\\p{C}\\p{Zl}\\p{Zp}]");

  private static final String STEP = "  ";

  private HclText() {}

  /**
   * A value that begins where the text so far ends.
   *
   * @param value the value
   * @param margin what its first line stands behind
   */
  static String of(JsonElement value, String margin) {
    if (value instanceof JsonObject structure) {
      return structure.size() == 0 ? "{}" : structure(structure, margin);
    }
    if (value instanceof JsonArray list) {
      return list.isEmpty() ? "[]" : list(list, margin);
    }
    return value instanceof JsonPrimitive scalar && scalar.isString()
        ? quoted(scalar.getAsString())
        : value.toString();
  }

  private static String structure(JsonObject structure, String margin) {
    StringBuilder lines = new StringBuilder("{\n");
    List<Map.Entry<String, JsonElement>> entries = List.copyOf(structure.entrySet());
    int aligned = 0;
    int widest = 0;
    for (int i = 0; i < entries.size(); i++) {
      Map.Entry<String, JsonElement> entry = entries.get(i);
      if (i >= aligned) {
        aligned = endOfScalars(entries, i);
        widest =
            entries.subList(i, Math.max(aligned, i + 1)).stream()
                .mapToInt(each -> key(each.getKey()).length())
                .max()
                .orElse(0);
      }
      String key = key(entry.getKey());
      lines.append(margin).append(STEP).append(key).append(" ".repeat(widest - key.length()));
      lines.append(" = ").append(of(entry.getValue(), margin + STEP)).append('\n');
    }
    return lines.append(margin).append('}').toString();
  }

  /** Equals signs stand below each other where one-line values follow each other. */
  private static int endOfScalars(List<Map.Entry<String, JsonElement>> entries, int start) {
    int end = start;
    while (end < entries.size() && !isLong(entries.get(end).getValue())) {
      end++;
    }
    return end;
  }

  private static boolean isLong(JsonElement value) {
    return (value instanceof JsonObject structure && structure.size() > 0)
        || (value instanceof JsonArray list && !list.isEmpty());
  }

  private static String list(JsonArray list, String margin) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> margin + STEP + of(item, margin + STEP) + ",\n")
        .collect(Collectors.joining("", "[\n", margin + "]"));
  }

  private static String key(String key) {
    return IDENTIFIER.matcher(key).matches() ? key : quoted(key);
  }

  /** A text in quotes; the letters beyond the basic plane are escaped by their halves' code. */
  static String quoted(String text) {
    return '"'
        + SPECIAL
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(escaped(found.group())))
        + '"';
  }

  private static String escaped(String special) {
    return switch (special) {
      case "$", "%" -> special + special;
      case "\"", "\\" -> "\\" + special;
      default -> "\\U%08X".formatted(special.codePointAt(0));
    };
  }
}
