package anyware.sandbox.engine;

import anyware.sandbox.spec.Values;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plain values as JSON text on one line. */
final class Json {
  private Json() {}

  /**
   * Writes a value.
   *
   * @param value a plain value without unknown parts
   * @return the text
   */
  static String write(Object value) {
    return element(value).toString();
  }

  /**
   * Reads a value.
   *
   * @param text JSON
   * @return the value; empty when it is no JSON, or null
   */
  static Optional<Object> read(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      return element.isJsonNull() ? Optional.empty() : Optional.of(plain(element));
    } catch (JsonSyntaxException notJson) {
      return Optional.empty();
    }
  }

  private static JsonElement element(Object value) {
    if (value instanceof Map<?, ?>) {
      JsonObject object = new JsonObject();
      Values.asMap(value).forEach((key, item) -> object.add(key, element(item)));
      return object;
    }
    if (value instanceof List<?>) {
      JsonArray array = new JsonArray();
      Values.asList(value).forEach(item -> array.add(element(item)));
      return array;
    }
    if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    }
    if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
      return new JsonPrimitive(d.longValue());
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof String text) {
      return new JsonPrimitive(text);
    }
    return JsonNull.INSTANCE;
  }

  private static Object plain(JsonElement element) {
    if (element.isJsonObject()) {
      Map<String, Object> map = new TreeMap<>();
      for (Map.Entry<String, JsonElement> entry : element.getAsJsonObject().entrySet()) {
        if (!entry.getValue().isJsonNull()) {
          map.put(entry.getKey(), plain(entry.getValue()));
        }
      }
      return Values.of(map);
    }
    if (element.isJsonArray()) {
      List<Object> items = new ArrayList<>();
      for (JsonElement item : element.getAsJsonArray()) {
        if (!item.isJsonNull()) {
          items.add(plain(item));
        }
      }
      return Values.of(items);
    }
    JsonPrimitive primitive = element.getAsJsonPrimitive();
    if (primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    return primitive.isNumber() ? (Object) primitive.getAsDouble() : primitive.getAsString();
  }
}
