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
import java.util.stream.Collectors;

/** What each setting means, in the words that editors show. */
final class SettingMeanings {
  private static final String TABLE = "meanings.table";
  private static final String SITE = "sites.<name>.";
  private static final Map<String, String> MEANINGS = meanings();

  private SettingMeanings() {}

  /**
   * What a setting means; absent where nobody wrote it down.
   *
   * @param path such as {@code sites.<name>.region} or {@code expect.open[].port}
   */
  static Optional<String> of(String path) {
    return Optional.ofNullable(MEANINGS.get(path.replace("expect.closed[]", "expect.open[]")))
        .or(
            () ->
                path.startsWith(SITE)
                    ? Optional.ofNullable(MEANINGS.get(path.substring(SITE.length())))
                        .map(meaning -> meaning + "; as at the stack where it is left out")
                    : Optional.empty());
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
          of(child).ifPresent(meaning -> property.addProperty("description", meaning));
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

  private static Map<String, String> meanings() {
    try (InputStream table = SettingMeanings.class.getResourceAsStream(TABLE)) {
      String text =
          new String(Objects.requireNonNull(table, TABLE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" = ", 2))
          .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
