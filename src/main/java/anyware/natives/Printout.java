package anyware.natives;

import anyware.json.JsonPart;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a command prints a list of things. A printout is the list, a page with the list in it, a list
 * of pages, or one thing alone, as tools leave it that take a list of one for the one. A page that
 * is not the last is refused, and so is a list of nothing: neither tells what is open.
 *
 * @param things what is listed, for a person
 * @param list the key of the list in a page
 * @param more the key by which a page says that there is a further one
 * @param id the key by which a thing alone is known
 * @param command the command that prints it
 */
public record Printout(String things, String list, String more, String id, String command) {

  /**
   * The things, in their order; what is wrong is noted as a problem.
   *
   * @param file the whole printout
   */
  public List<JsonPart> things(JsonPart file) {
    int problems = file.problems().size();
    List<JsonPart> found = new ArrayList<>();
    if (!file.isMissing()) {
      collect(file, found);
    }
    if (found.isEmpty() && file.problems().size() == problems && !file.isMissing()) {
      file.problem(
          "a list of " + things + ", not an empty one",
          "print it with " + command + " where they are: in that account, project and region");
    }
    return found;
  }

  private void collect(JsonPart part, List<JsonPart> found) {
    if (part.value() instanceof JsonObject object && !object.has(id)) {
      collectPage(part, object, found);
    } else if (part.value().isJsonArray()) {
      for (JsonPart item : part.items(things)) {
        if (item.value() instanceof JsonObject object && !object.has(id) && isPage(object)) {
          collectPage(item, object, found);
        } else {
          found.add(item);
        }
      }
    } else if (part.value().isJsonObject()) {
      found.add(part);
    } else {
      part.problem("a list of " + things, "print it with " + command);
    }
  }

  private boolean isPage(JsonObject object) {
    return object.has(list) || object.has(more);
  }

  private void collectPage(JsonPart page, JsonObject object, List<JsonPart> found) {
    if (!isPage(object)) {
      page.problem("a list of " + things, "print it with " + command);
      return;
    }
    page.member(more)
        .ifPresent(
            token ->
                token.problem(
                    "the last page of " + things, "print all of them: " + command + ", no limit"));
    Optional<JsonPart> items = page.member(list);
    if (items.filter(part -> part.value().isJsonObject()).isPresent()) {
      found.add(items.get());
    } else {
      items.ifPresent(part -> found.addAll(part.items(things)));
    }
  }

  /**
   * Each thing once, by what it is known by. What is printed twice alike counts once; what is
   * printed differently is a problem, since nobody knows which of both holds.
   *
   * @param found the things
   * @param key what a thing is known by; absent where it says nothing, and it is known by its place
   */
  public static Map<String, JsonPart> once(
      List<JsonPart> found, Function<JsonPart, Optional<String>> key) {
    Map<String, JsonPart> once = new LinkedHashMap<>();
    for (JsonPart part : found) {
      String known = key.apply(part).orElse(part.path());
      JsonPart first = once.putIfAbsent(known, part);
      if (first != null && !canonical(first.value()).equals(canonical(part.value()))) {
        part.problem(
            "what stands at " + first.path() + ", which is called " + known + " too",
            "print all of it again at one time");
      }
    }
    return once;
  }

  /** A text that is the same for the same content, whatever its order. */
  private static String canonical(JsonElement value) {
    if (value instanceof JsonArray array) {
      return array.asList().stream()
          .map(Printout::canonical)
          .sorted()
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof JsonObject object) {
      return new TreeMap<>(object.asMap())
          .entrySet().stream()
              .map(entry -> entry.getKey() + ":" + canonical(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
    }
    return value.toString();
  }
}
