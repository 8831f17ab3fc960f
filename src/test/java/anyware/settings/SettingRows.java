package anyware.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings below one, each with what may stand there and what holds where it is left out: as
 * the reader was recorded when it asked for them.
 *
 * @param recorder what the reader asked for, and what it said to be allowed
 * @param meaning from a path of the recorder to one of the table of meanings
 */
record SettingRows(FormRecorder recorder, Map<String, String> meaning) {
  /** Of a setting that must be there. */
  static final String REQUIRED = "required";

  private static final String PROPERTIES = "properties";

  /**
   * One setting.
   *
   * @param key where it is, from the setting that is told of
   * @param form what may stand there, in words
   * @param fallback what holds where it is left out, in words
   * @param meaning what it means
   */
  record Row(String key, String form, String fallback, String meaning) {}

  /** The structure at a path, and below it all but what another section tells of. */
  List<Row> below(String path, Predicate<String> elsewhere) {
    List<Row> rows = new ArrayList<>();
    addParts(rows, recorder.form(path), path, "", elsewhere);
    return rows;
  }

  private void addParts(
      List<Row> rows, JsonElement form, String path, String key, Predicate<String> elsewhere) {
    if (!(form instanceof JsonObject structure)) {
      return;
    }
    if (structure.has("anyOf")) {
      structure.getAsJsonArray("anyOf").forEach(way -> addParts(rows, way, path, key, elsewhere));
    }
    if (structure.has("items")) {
      addParts(rows, structure.get("items"), path + "[0]", key + "[]", elsewhere);
    }
    if (structure.has(PROPERTIES)) {
      Set<String> required = texts(structure.getAsJsonArray("required"));
      structure
          .getAsJsonObject(PROPERTIES)
          .asMap()
          .forEach(
              (name, part) -> {
                String there = path + (path.contains(":") ? "." : ":") + name;
                String relative = key.isEmpty() ? name : key + "." + name;
                if (part.isJsonObject()) {
                  rows.add(row(part, there, relative, required.contains(name)));
                  if (!elsewhere.test(relative)) {
                    addParts(rows, part, there, relative, elsewhere);
                  }
                }
              });
    }
  }

  private Row row(JsonElement form, String path, String key, boolean isRequired) {
    String meant = meant(path);
    return new Row(
        key,
        words(form, path),
        isRequired ? REQUIRED : otherwise(form, meant),
        SettingMeanings.of(meant).orElse(""));
  }

  private String meant(String path) {
    String plain = path.replace(SettingsReader.NAMESPACE + ":", "").replace("[0]", "[]");
    for (Map.Entry<String, String> entry : meaning.entrySet()) {
      plain = plain.replace(entry.getKey(), entry.getValue());
    }
    return plain;
  }

  private static String otherwise(JsonElement form, String path) {
    JsonObject known = form.getAsJsonObject();
    return known.has("default")
        ? written(known.get("default"))
        : SettingMeanings.fallback(path).orElse(hasDefaults(known) ? "as its parts say" : "none");
  }

  /** Whether something is said by saying nothing of its parts. */
  private static boolean hasDefaults(JsonObject form) {
    return form.has(PROPERTIES) && texts(form.getAsJsonArray("required")).isEmpty();
  }

  private static String written(JsonElement value) {
    if (value instanceof JsonArray list) {
      return list.isEmpty()
          ? "none"
          : list.asList().stream().map(SettingRows::written).collect(Collectors.joining(", "));
    }
    return code(value.getAsString());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static Set<String> texts(@Nullable JsonArray list) {
    Set<String> texts = new LinkedHashSet<>();
    if (list != null) {
      list.forEach(text -> texts.add(text.getAsString()));
    }
    return texts;
  }

  private String words(JsonElement element, String path) {
    JsonObject form = element.getAsJsonObject();
    if (form.has("anyOf") && !form.has("type")) {
      List<JsonElement> ways = form.getAsJsonArray("anyOf").asList();
      JsonObject first = ways.get(0).getAsJsonObject();
      return ways.size() == 2 && first.has("enum") && first.getAsJsonArray("enum").size() == 1
          ? words(first, path) + " or " + words(ways.get(1), path)
          : allowed(path);
    }
    if (form.has("enum")) {
      return texts(form.getAsJsonArray("enum")).stream()
          .map(SettingRows::code)
          .collect(Collectors.joining(", "))
          .replaceFirst(", (?=[^,]*$)", " or ");
    }
    if (form.has("$ref")) {
      return "address";
    }
    return switch (form.get("type").getAsString()) {
      case "integer" -> number(form);
      case "array" -> list(form, path);
      case "object" -> form.has(PROPERTIES) ? "structure" : allowed(path);
      default -> allowed(path);
    };
  }

  private static String number(JsonObject form) {
    String range = form.get("minimum") + " to " + form.get("maximum");
    return form.has("multipleOf") ? range + ", in steps of " + form.get("multipleOf") : range;
  }

  private String list(JsonObject form, String path) {
    JsonObject items = form.getAsJsonObject("items");
    String amount =
        form.has("maxItems")
            ? ", 1 to " + form.get("maxItems")
            : form.has("minItems") ? ", one at least" : "";
    if (items.has("$ref")) {
      return "list of addresses" + amount;
    }
    String item = words(items, path + "[0]");
    return item.equals("structure") ? "list of structures" : "list" + amount + "; each: " + item;
  }

  /** As a problem says it. */
  private String allowed(String path) {
    return recorder.allowed(path).orElseThrow(() -> new AssertionError("nothing said of " + path));
  }
}
