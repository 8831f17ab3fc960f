package anyware.attack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What stands in JSON, read without complaints: what is not there or is something else is none. */
final class Json {
  private Json() {}

  static Optional<JsonElement> at(JsonElement from, String... path) {
    JsonElement here = from;
    for (String key : path) {
      if (!(here instanceof JsonObject structure) || !structure.has(key)) {
        return Optional.empty();
      }
      here = structure.get(key);
    }
    return Optional.of(here).filter(found -> !found.isJsonNull());
  }

  static String text(JsonElement from, String... path) {
    return at(from, path)
        .filter(JsonPrimitive.class::isInstance)
        .map(JsonElement::getAsString)
        .orElse("");
  }

  static int number(JsonElement from, int otherwise, String... path) {
    try {
      return (int) Double.parseDouble(text(from, path));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  static List<JsonElement> items(JsonElement from, String... path) {
    List<JsonElement> items = new ArrayList<>();
    at(from, path)
        .filter(JsonArray.class::isInstance)
        .ifPresent(list -> list.getAsJsonArray().forEach(items::add));
    return items;
  }

  static List<String> texts(JsonElement from, String... path) {
    return items(from, path).stream().map(Json::text).filter(text -> !text.isEmpty()).toList();
  }

  /** The same text for values that differ in the order of lists and in what is empty alone. */
  static String withoutOrder(JsonElement value) {
    if (value instanceof JsonArray list) {
      TreeSet<String> parts = new TreeSet<>();
      list.forEach(one -> parts.add(withoutOrder(one)));
      parts.remove("");
      return parts.isEmpty() ? "" : parts.toString();
    }
    if (value instanceof JsonObject structure) {
      TreeSet<String> parts = new TreeSet<>();
      structure
          .entrySet()
          .forEach(
              entry -> {
                String text = withoutOrder(entry.getValue());
                if (!text.isEmpty()) {
                  parts.add(entry.getKey() + "=" + text);
                }
              });
      return parts.isEmpty() ? "" : parts.toString();
    }
    return text(value);
  }
}
