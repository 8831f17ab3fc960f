package anyware.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes the text of a JSON file at one place chosen at random. */
final class FileMutations {
  private static final int DEEPEST = 9;
  private static final String TWICE = "twice";
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "7.5",
          "65536",
          "99999999999",
          "1e400",
          "\"\"",
          "\"true\"",
          "\"::\"",
          "\"*\"",
          "\"10.0.0.1/8\"",
          "\"::/0\"",
          "\"0.0.0.0/0\"",
          "\"1-2-3\"",
          "\"4172\"",
          "\"\\u0000\\u202e\"",
          "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[1, \"x\", {}]",
          "{\"__defaults\": []}",
          "{\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\"}");

  private final Random random;

  FileMutations(Random random) {
    this.random = random;
  }

  /** The text of the file with one change; no JSON any more, at times. */
  String of(JsonElement file) {
    return switch (random.nextInt(12)) {
      case 0 -> truncated(file.toString());
      case 1 -> withDuplicateKey(file.deepCopy());
      case 2 -> file + pick(List.of("{", "]", "1", "null", ",", "\"x\""));
      default -> changed(file.deepCopy()).toString();
    };
  }

  private String truncated(String text) {
    return text.substring(0, random.nextInt(text.length()));
  }

  private String withDuplicateKey(JsonElement file) {
    List<JsonObject> structures = new ArrayList<>();
    for (JsonElement element : all(file)) {
      if (element instanceof JsonObject structure) {
        structures.add(structure);
      }
    }
    JsonObject structure = pick(structures);
    String key = structure.size() == 0 ? "x" : pick(List.copyOf(structure.keySet()));
    structure.add(TWICE, new JsonPrimitive(TWICE));
    String twice = new JsonPrimitive(key) + ":1," + new JsonPrimitive(key) + ":2";
    return file.toString().replace("\"" + TWICE + "\":\"" + TWICE + "\"", twice);
  }

  private JsonElement changed(JsonElement file) {
    JsonElement container = pick(containers(file));
    if (container instanceof JsonArray list && !list.isEmpty()) {
      change(list, random.nextInt(list.size()), file);
    } else if (container instanceof JsonObject structure && structure.size() > 0) {
      change(structure, pick(List.copyOf(structure.keySet())), file);
    } else {
      return container == file ? JsonParser.parseString(pick(VALUES)) : file;
    }
    return file;
  }

  private void change(JsonArray list, int place, JsonElement file) {
    switch (random.nextInt(4)) {
      case 0 -> list.remove(place);
      case 1 -> list.add(list.get(place).deepCopy());
      default -> list.set(place, other(list.get(place), file));
    }
  }

  private void change(JsonObject structure, String key, JsonElement file) {
    JsonElement value = structure.remove(key);
    if (random.nextInt(4) > 0) {
      structure.add(key, other(value, file));
    }
  }

  private JsonElement other(JsonElement value, JsonElement file) {
    return switch (random.nextInt(6)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> wrapped(value, 1 + random.nextInt(3) * 30);
      case 2, 3 -> pick(scalars(file)).deepCopy();
      default -> JsonParser.parseString(pick(VALUES));
    };
  }

  private JsonElement wrapped(JsonElement value, int times) {
    JsonElement wrapped = value;
    for (int i = 0; i < times; i++) {
      JsonArray list = new JsonArray();
      list.add(wrapped);
      wrapped = list;
    }
    return wrapped;
  }

  /** Those down to some depth, so that the few near the root get their share. */
  private List<JsonElement> containers(JsonElement file) {
    List<JsonElement> found = new ArrayList<>();
    collect(file, random.nextInt(DEEPEST), found);
    found.removeIf(element -> !element.isJsonArray() && !element.isJsonObject());
    return found;
  }

  private static List<JsonElement> scalars(JsonElement file) {
    List<JsonElement> found = all(file);
    found.removeIf(element -> !element.isJsonPrimitive());
    found.add(new JsonPrimitive("none of the file"));
    return found;
  }

  private static List<JsonElement> all(JsonElement file) {
    List<JsonElement> found = new ArrayList<>();
    collect(file, Integer.MAX_VALUE, found);
    return found;
  }

  private static void collect(JsonElement element, int depth, List<JsonElement> found) {
    found.add(element);
    if (depth > 0 && element instanceof JsonArray list) {
      list.forEach(item -> collect(item, depth - 1, found));
    } else if (depth > 0 && element instanceof JsonObject structure) {
      structure.asMap().values().forEach(item -> collect(item, depth - 1, found));
    }
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
