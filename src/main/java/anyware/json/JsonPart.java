package anyware.json;

import anyware.net.Cidr;
import anyware.net.MalformedException;
import anyware.settings.Problem;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place in a JSON file. What is of the wrong kind is noted as a problem and read as missing, so
 * that one reading finds every problem.
 *
 * @param path where it is, such as {@code security groups: SecurityGroups[0].GroupId}
 * @param value what stands there
 * @param problems where problems are noted
 */
public record JsonPart(String path, JsonElement value, List<Problem> problems) {

  /**
   * The whole of a file.
   *
   * @param file what the file is, for the problems' paths
   * @param text its content; a problem is noted when it is no JSON or empty
   * @param problems where problems are noted
   */
  public static JsonPart parse(String file, String text, List<Problem> problems) {
    JsonElement value = element(text);
    if (value.isJsonNull()) {
      problems.add(new Problem(file, "nothing or no JSON", "a structure or list in JSON", ""));
    }
    return new JsonPart(file, value, problems);
  }

  private static JsonElement element(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      return JsonNull.INSTANCE;
    }
  }

  /**
   * The parts of this list.
   *
   * @param meaning what the list holds, said where this is no list
   */
  public List<JsonPart> items(String meaning) {
    List<JsonPart> items = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonElement item : array) {
        items.add(new JsonPart(at(items.size()), item, problems));
      }
    } else if (!value.isJsonNull()) {
      problem("a list of " + meaning);
    }
    return items;
  }

  /**
   * The parts of a list below a key; none where the key is missing.
   *
   * @param key the key
   * @param meaning what the list holds
   */
  public List<JsonPart> items(String key, String meaning) {
    return member(key).map(part -> part.items(meaning)).orElse(List.of());
  }

  /** The keys of this structure in their order; none, and a problem, where it is none. */
  public Set<String> keys() {
    if (value instanceof JsonObject object) {
      return object.keySet();
    }
    if (!value.isJsonNull()) {
      problem("a structure");
    }
    return Set.of();
  }

  /** What stands below a key, null left out. */
  public Optional<JsonPart> member(String key) {
    return value instanceof JsonObject object && object.has(key) && !object.get(key).isJsonNull()
        ? Optional.of(new JsonPart(below(key), object.get(key), problems))
        : Optional.empty();
  }

  private String at(int place) {
    return path + (isWhole() ? ": [" : "[") + place + "]";
  }

  private String below(String key) {
    return path + (isWhole() ? ": " : ".") + key;
  }

  /** Whether this is a whole file, whose name in paths stands before a colon. */
  private boolean isWhole() {
    return !path.contains(": ");
  }

  /** This text; absent, and a problem, where it is none. */
  public Optional<String> text() {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return Optional.of(primitive.getAsString());
    }
    problem("a text");
    return Optional.empty();
  }

  /** The text below a key; absent where the key is missing. */
  public Optional<String> text(String key) {
    return member(key).flatMap(JsonPart::text);
  }

  /** The text below a key that must be there. */
  public Optional<String> required(String key) {
    Optional<JsonPart> member = member(key);
    if (member.isEmpty()) {
      problems.add(new Problem(below(key), "nothing", "a text", ""));
    }
    return member.flatMap(JsonPart::text);
  }

  /** The whole number below a key; absent where the key is missing. */
  public Optional<Integer> number(String key) {
    return member(key).flatMap(JsonPart::number);
  }

  private Optional<Integer> number() {
    if (value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsString().matches("-?\\d{1,9}")) {
      return Optional.of(primitive.getAsInt());
    }
    problem("a whole number");
    return Optional.empty();
  }

  /** This text as a prefix. */
  public Optional<Cidr> cidr() {
    return text().flatMap(this::cidr);
  }

  private Optional<Cidr> cidr(String text) {
    try {
      return Optional.of(Cidr.parse(text));
    } catch (MalformedException e) {
      problems.add(new Problem(path, shown(), e.allowed(), e.fix()));
      return Optional.empty();
    }
  }

  /** Notes that something else should stand here. */
  public void problem(String allowed) {
    problem(allowed, "");
  }

  /** Notes that something else should stand here, and what to do about it. */
  public void problem(String allowed, String fix) {
    problems.add(new Problem(path, shown(), allowed, fix));
  }

  private String shown() {
    if (value instanceof JsonPrimitive) {
      String text = value.toString();
      return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
    return value.isJsonArray() ? "a list" : value.isJsonObject() ? "a structure" : "nothing";
  }
}
