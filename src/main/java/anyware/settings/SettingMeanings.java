package anyware.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each setting means, in the words that editors show. */
final class SettingMeanings {
  private static final String TABLE = "meanings.table";
  private static final String SITE = "sites.<name>.";

  /** After it the table says what holds where the setting is left out. */
  private static final Pattern OTHERWISE = Pattern.compile(" \\| ");

  private static final Map<String, List<String>> COLUMNS = columns();

  private SettingMeanings() {}

  /**
   * What a setting means; absent where nobody wrote it down.
   *
   * @param path such as {@code sites.<name>.region} or {@code expect.open[].port}
   */
  static Optional<String> of(String path) {
    return column(path, 0)
        .or(
            () ->
                path.startsWith(SITE)
                    ? column(path.substring(SITE.length()), 0)
                        .map(meaning -> meaning + "; as at the stack where it is left out")
                    : Optional.empty());
  }

  /** What holds for connections of either kind is written down once. */
  private static Optional<String> column(String path, int column) {
    String general = path.replace("expect.closed[]", "expect.open[]");
    return COLUMNS.getOrDefault(general, List.of()).stream().skip(column).findFirst();
  }

  /** Whether a site's setting is one of the stack's that it may restate. */
  static boolean isRestated(String key) {
    return COLUMNS.containsKey(key) && !COLUMNS.containsKey(SITE + key);
  }

  /**
   * What holds where a setting is left out, in words, where the reader can't say it by a value.
   *
   * @param path as in {@link #of}
   */
  static Optional<String> fallback(String path) {
    return column(path, 1);
  }

  /** The paths that have one. */
  static Set<String> paths() {
    return COLUMNS.keySet();
  }

  /** Adds them to a schema of stack files. */
  static void describe(JsonObject schema) {
    JsonObject config = schema.getAsJsonObject("properties").getAsJsonObject("config");
    describe(config, "");
    describe(schema.getAsJsonObject("definitions").getAsJsonObject("site"), "sites.<name>");
  }

  private static void describe(JsonElement form, String path) {
    if (!(form instanceof JsonObject structure)) {
      return;
    }
    if (structure.get("properties") instanceof JsonObject properties) {
      for (Map.Entry<String, JsonElement> entry : properties.entrySet()) {
        String key = entry.getKey().replace(SettingsReader.NAMESPACE + ":", "");
        String child = path.isEmpty() ? key : path + "." + key;
        if (entry.getValue() instanceof JsonObject property) {
          String otherwise = fallback(child).map(words -> "; by default " + words).orElse("");
          of(child).ifPresent(meaning -> property.addProperty("description", meaning + otherwise));
        }
        describe(entry.getValue(), child);
      }
    }
    describe(structure.get("items"), path + "[]");
    if (structure.has("anyOf") && !structure.has("properties")) {
      structure.getAsJsonArray("anyOf").forEach(way -> describe(way, path));
    }
    if (structure.has("allOf")) {
      for (JsonElement choice : structure.getAsJsonArray("allOf")) {
        describe(choice.getAsJsonObject().get("then"), path);
      }
    }
  }

  /** What the table says of each path: what it means and, after a bar, what holds without it. */
  private static Map<String, List<String>> columns() {
    try (InputStream table = SettingMeanings.class.getResourceAsStream(TABLE)) {
      String text =
          new String(Objects.requireNonNull(table, TABLE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" = ", 2))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0], parts -> List.of(OTHERWISE.split(parts[1], 2))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
