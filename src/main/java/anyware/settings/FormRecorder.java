package anyware.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notes what a reader asks for while nothing or little is there: the form of the settings. So the
 * published schema knows each key from the reader itself.
 */
final class FormRecorder {
  private final Map<String, Map<String, String>> structures = new HashMap<>();
  private final Map<String, Set<String>> required = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, JsonObject> values = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, JsonElement> defaults = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();

  /** A structure may stand here. */
  void structure(String path) {
    structures.putIfAbsent(path, new LinkedHashMap<>());
  }

  /** The structure may have this key, whose value is at another path. */
  void key(String path, String key, String child) {
    structures.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(key, child);
  }

  /** The structure must have this key. */
  void required(String path, String key) {
    required.computeIfAbsent(path, any -> new LinkedHashSet<>()).add(key);
  }

  /** A list may stand here, whose items are as the one at another path. */
  void list(String path, String item) {
    lists.put(path, item);
  }

  /** What has this form may stand here; what is noted later holds where both say something. */
  void value(String path, JsonObject form) {
    JsonObject known = values.computeIfAbsent(path, any -> new JsonObject());
    if (form.size() > 0) {
      // A reference leaves everything beside it aside.
      known.remove("$ref");
    }
    form.entrySet().forEach(part -> known.add(part.getKey(), part.getValue()));
  }

  /** Instead of everything else this word may stand here. */
  void word(String path, String word) {
    words.put(path, word);
  }

  /** What holds where nothing stands here. */
  void byDefault(String path, JsonElement value) {
    defaults.put(path, value);
  }

  /** What stands here was refused; what was said first to be allowed is the most of it. */
  void refused(String path, String allowed) {
    refused.putIfAbsent(path, allowed);
  }

  /** What a problem says to be allowed at a path, in words; absent where nothing was refused. */
  Optional<String> allowed(String path) {
    return Optional.ofNullable(refused.get(path));
  }

  /** The form of what may stand at a path; {@code false} where nothing may. */
  JsonElement form(String path) {
    JsonElement form =
        structureForm(path)
            .or(() -> listForm(path))
            .or(() -> Optional.ofNullable(values.get(path)).map(JsonObject::deepCopy))
            .<JsonElement>map(known -> known)
            .orElseGet(() -> new JsonPrimitive(!refused.containsKey(path)));
    return withDefault(path, withWord(path, form));
  }

  private JsonElement withWord(String path, JsonElement form) {
    String word = words.get(path);
    return word == null || !form.isJsonObject()
        ? form
        : SettingForms.anyOf(List.of(SettingForms.words(List.of(word)), form.getAsJsonObject()));
  }

  private JsonElement withDefault(String path, JsonElement form) {
    // A structure's parts have their own.
    if (form instanceof JsonObject structure
        && defaults.containsKey(path)
        && !structures.containsKey(path)) {
      structure.add("default", defaults.get(path));
    }
    return form;
  }

  private Optional<JsonObject> structureForm(String path) {
    return Optional.ofNullable(structures.get(path))
        .map(
            keys -> {
              JsonObject properties = new JsonObject();
              keys.forEach((key, child) -> properties.add(key, form(child)));
              JsonObject form = SettingForms.type("object");
              form.add("properties", properties);
              JsonArray must = new JsonArray();
              required.getOrDefault(path, Set.of()).forEach(must::add);
              if (!must.isEmpty()) {
                form.add("required", must);
              }
              form.addProperty("additionalProperties", false);
              return withValue(form, path);
            });
  }

  private Optional<JsonObject> listForm(String path) {
    return Optional.ofNullable(lists.get(path))
        .map(
            item -> {
              JsonObject form = SettingForms.type("array");
              form.add("items", form(item));
              form.addProperty("uniqueItems", true);
              return withValue(form, path);
            });
  }

  private JsonObject withValue(JsonObject form, String path) {
    values
        .getOrDefault(path, new JsonObject())
        .entrySet()
        .forEach(part -> form.add(part.getKey(), part.getValue()));
    return form;
  }
}
