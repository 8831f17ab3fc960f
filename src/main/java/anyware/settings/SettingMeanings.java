package anyware.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  private static final String OTHERWISE = " | ";

  private static final Map<String, String> MEANINGS = column(0);
  private static final Map<String, String> FALLBACKS = column(1);

  private SettingMeanings() {}

  /**
   * What a setting means; absent where nobody wrote it down.
   *
   * @param path such as {@code sites.<name>.region} or {@code expect.open[].port}
   */
  static Optional<String> of(String path) {
    return Optional.ofNullable(MEANINGS.get(general(path)))
        .or(
            () ->
                path.startsWith(SITE)
                    ? Optional.ofNullable(MEANINGS.get(path.substring(SITE.length())))
                        .map(meaning -> meaning + "; as at the stack where it is left out")
                    : Optional.empty());
  }

  /** What holds for connections of either kind is written down once. */
  private static String general(String path) {
    return path.replace("expect.closed[]", "expect.open[]");
  }

  /** Whether a site's setting is one of the stack's that it may restate. */
  static boolean isRestated(String key) {
    return MEANINGS.containsKey(key) && !MEANINGS.containsKey(SITE + key);
  }

  /**
   * What holds where a setting is left out, in words, where the reader can't say it by a value.
   *
   * @param path as in {@link #of}
   */
  static Optional<String> fallback(String path) {
    return Optional.ofNullable(FALLBACKS.get(general(path)));
  }

  /** The paths that have one. */
  static Set<String> paths() {
    return MEANINGS.keySet();
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

  private static Map<String, String> column(int column) {
    try (InputStream table = SettingMeanings.class.getResourceAsStream(TABLE)) {
      String text =
          new String(Objects.requireNonNull(table, TABLE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" = ", 2))
          .filter(parts -> columns(parts[1]).length > column)
          .collect(
              Collectors.toUnmodifiableMap(parts -> parts[0], parts -> columns(parts[1])[column]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] columns(String text) {
    return text.split(Pattern.quote(OTHERWISE), 2);
  }
}
