package anyware.aws;

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
import java.util.Set;
import java.util.TreeSet;

/**
 * AWS's service models, as far as requests reach; {@code tools/models/aws.py} says where they come
 * from.
 */
final class PublishedShapes {
  private static final Path FILE = Path.of("src/test/resources/vendor/aws.json");

  private final JsonObject operations;
  private final JsonObject shapes;

  private PublishedShapes(JsonObject models) {
    this.operations = models.getAsJsonObject("operations");
    this.shapes = models.getAsJsonObject("shapes");
  }

  static PublishedShapes read() {
    try {
      return new PublishedShapes(JsonParser.parseString(Files.readString(FILE)).getAsJsonObject());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  Set<String> operations() {
    return new TreeSet<>(operations.keySet());
  }

  /** What a body has that its operation does not take, or lacks: a line each, with the path. */
  List<String> problems(String operation, Object body) {
    List<String> found = new ArrayList<>();
    value(operations.get(operation).getAsString(), operation, body, found);
    return found;
  }

  private void value(String name, String path, Object value, List<String> found) {
    JsonObject shape = shapes.getAsJsonObject(name);
    String type = shape.get("type").getAsString();
    if (!isOf(type, value)) {
      found.add(path + ": no " + type);
    } else if (value instanceof Map<?, ?> structure) {
      structure(shape, path, structure, found);
    } else if (value instanceof List<?> list) {
      String items = shape.get("member").getAsString();
      list.forEach(item -> value(items, path + "[]", item, found));
    } else {
      scalar(shape, path, value, found);
    }
  }

  private void structure(JsonObject shape, String path, Map<?, ?> structure, List<String> found) {
    JsonObject members = shape.getAsJsonObject("members");
    structure.forEach(
        (name, item) -> {
          if (members.has(String.valueOf(name))) {
            String inner = members.get(String.valueOf(name)).getAsString();
            value(inner, path + "." + name, item, found);
          } else {
            found.add(path + "." + name + ": unknown");
          }
        });
    if (shape.has("required")) {
      for (JsonElement needed : shape.getAsJsonArray("required")) {
        if (!structure.containsKey(needed.getAsString())) {
          found.add(path + "." + needed.getAsString() + ": missing");
        }
      }
    }
  }

  private static boolean isOf(String type, Object value) {
    return switch (type) {
      case "structure" -> value instanceof Map<?, ?>;
      case "list" -> value instanceof List<?>;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer", "long" -> value instanceof Number number && number.doubleValue() % 1 == 0;
      default -> value instanceof Number;
    };
  }

  private static void scalar(JsonObject shape, String path, Object value, List<String> found) {
    if (shape.has("enum")
        && shape.getAsJsonArray("enum").asList().stream()
            .map(JsonElement::getAsString)
            .noneMatch(value::equals)) {
      found.add(path + ": none of the enumeration's");
    }
    if (shape.has("pattern")
        && value instanceof String text
        && !text.matches(shape.get("pattern").getAsString())) {
      found.add(path + ": does not match " + shape.get("pattern").getAsString());
    }
    double size =
        value instanceof Number number ? number.doubleValue() : String.valueOf(value).length();
    if ((shape.has("min") && size < shape.get("min").getAsDouble())
        || (shape.has("max") && size > shape.get("max").getAsDouble())) {
      found.add(path + ": out of bounds");
    }
  }
}
