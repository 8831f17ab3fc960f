package anyware.gcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Google's discovery document of Compute Engine, as far as requests reach; {@code
 * tools/models/google.py} says where it comes from.
 */
final class PublishedSchemas {
  private static final Path FILE = Path.of("src/test/resources/vendor/google.json");

  private final JsonObject schemas;

  private PublishedSchemas(JsonObject schemas) {
    this.schemas = schemas;
  }

  static PublishedSchemas read() {
    try {
      return new PublishedSchemas(
          JsonParser.parseString(Files.readString(FILE))
              .getAsJsonObject()
              .getAsJsonObject("schemas"));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** What a body has that its schema does not: a line each, with the path. */
  List<String> problems(String schema, Object body) {
    List<String> found = new ArrayList<>();
    value(schemas.getAsJsonObject(schema), schema, body, found);
    return found;
  }

  private void value(JsonObject schema, String path, Object value, List<String> found) {
    if (schema.has("$ref")) {
      value(schemas.getAsJsonObject(schema.get("$ref").getAsString()), path, value, found);
      return;
    }
    String type = schema.get("type").getAsString();
    if (!isOf(type, value)) {
      found.add(path + ": no " + type);
    } else if (value instanceof Map<?, ?> structure) {
      structure.forEach((name, item) -> member(schema, path, String.valueOf(name), item, found));
    } else if (value instanceof List<?> list) {
      JsonObject items = schema.getAsJsonObject("items");
      list.forEach(item -> value(items, path + "[]", item, found));
    } else {
      scalar(schema, path, value, found);
    }
  }

  private void member(
      JsonObject schema, String path, String name, Object item, List<String> found) {
    JsonObject properties =
        schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
    if (schema.has("additionalProperties")) {
      value(schema.getAsJsonObject("additionalProperties"), path + "." + name, item, found);
    } else if (!properties.has(name)) {
      found.add(path + "." + name + ": unknown");
    } else if (properties.getAsJsonObject(name).has("readOnly")) {
      found.add(path + "." + name + ": only the cloud sets it");
    } else {
      value(properties.getAsJsonObject(name), path + "." + name, item, found);
    }
  }

  private static boolean isOf(String type, Object value) {
    return switch (type) {
      case "object" -> value instanceof Map<?, ?>;
      case "array" -> value instanceof List<?>;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Number number && number.doubleValue() % 1 == 0;
      case "number" -> value instanceof Number;
      default -> true;
    };
  }

  private static void scalar(JsonObject schema, String path, Object value, List<String> found) {
    if (schema.has("enum")
        && StreamSupport.stream(schema.getAsJsonArray("enum").spliterator(), false)
            .map(JsonElement::getAsString)
            .noneMatch(value::equals)) {
      found.add(path + ": none of the enumeration's");
    }
    if (schema.has("pattern")
        && value instanceof String text
        && !text.matches(schema.get("pattern").getAsString())) {
      found.add(path + ": does not match " + schema.get("pattern").getAsString());
    }
    if (schema.has("format")
        && schema.get("format").getAsString().equals("int32")
        && value instanceof Number number
        && number.longValue() != number.intValue()) {
      found.add(path + ": no int32");
    }
  }
}
