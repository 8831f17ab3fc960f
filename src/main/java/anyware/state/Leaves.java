package anyware.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands at the ends of paths, their parts joined by dots, with {@code []} for elements and
 * {@code [name]} for the elements of that name, in any case.
 */
final class Leaves {
  private static final String OPENING = "[";

  private Leaves() {}

  /** The answer as a whole where there is one, and what only requests say. */
  static List<JsonElement> of(StateResource resource, String path) {
    return of(resource.outputs().size() > 0 ? resource.outputs() : resource.inputs(), path);
  }

  static List<JsonElement> of(JsonObject structure, String path) {
    return leaves(structure, List.of(path.replace(OPENING, "." + OPENING).split("\\.")));
  }

  /** A preview does not know it yet. */
  static boolean isUnknown(JsonElement found) {
    return found instanceof JsonPrimitive text && text.getAsString().equals(StateResource.UNKNOWN);
  }

  private static boolean isNamed(JsonElement element, String name) {
    return element instanceof JsonObject structure
        && structure.get("name") instanceof JsonPrimitive own
        && own.getAsString().equalsIgnoreCase(name);
  }

  /** Null and an empty text count as nothing. */
  private static List<JsonElement> leaves(JsonElement value, List<String> path) {
    if (path.isEmpty()) {
      boolean isNothing =
          value.isJsonNull()
              || (value instanceof JsonPrimitive text && text.getAsString().isEmpty())
              || (value instanceof JsonArray list && list.isEmpty());
      return isNothing ? List.of() : List.of(value);
    }
    List<String> rest = path.subList(1, path.size());
    if (path.get(0).startsWith(OPENING)) {
      String name = path.get(0).substring(1, path.get(0).length() - 1);
      List<JsonElement> all = new ArrayList<>();
      if (isUnknown(value)) {
        all.add(value);
      }
      if (value instanceof JsonArray list) {
        list.asList().stream()
            .filter(one -> name.isEmpty() || isNamed(one, name))
            .forEach(one -> all.addAll(leaves(one, rest)));
      }
      return all;
    }
    return value instanceof JsonObject structure && structure.has(path.get(0))
        ? leaves(structure.get(path.get(0)), rest)
        : List.of();
  }
}
