package anyware.aws;

import anyware.state.StateResource;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of JSON that may be missing, null, empty or of another kind. */
final class StateValues {
  private StateValues() {}

  static Optional<String> text(StateResource resource, String property) {
    return resource.current(property).flatMap(StateValues::text);
  }

  static Optional<Integer> number(StateResource resource, String property) {
    return resource.current(property).flatMap(StateValues::number);
  }

  static Optional<String> text(JsonObject object, String property) {
    return Optional.ofNullable(object.get(property)).flatMap(StateValues::text);
  }

  static Optional<Integer> number(JsonObject object, String property) {
    return Optional.ofNullable(object.get(property)).flatMap(StateValues::number);
  }

  static boolean flag(JsonObject object, String property) {
    return object.get(property) instanceof JsonPrimitive value && value.getAsBoolean();
  }

  /** The texts of a list; none where there is no list. */
  static List<String> texts(JsonObject object, String property) {
    List<String> texts = new ArrayList<>();
    elements(object.get(property)).forEach(element -> text(element).ifPresent(texts::add));
    return texts;
  }

  /** The structures of a list; none where there is no list. */
  static List<JsonObject> structures(StateResource resource, String property) {
    List<JsonObject> structures = new ArrayList<>();
    for (JsonElement element : elements(resource.current(property).orElseGet(JsonArray::new))) {
      if (element instanceof JsonObject structure) {
        structures.add(structure);
      }
    }
    return structures;
  }

  private static JsonArray elements(@Nullable JsonElement list) {
    return list instanceof JsonArray array ? array : new JsonArray();
  }

  private static Optional<String> text(JsonElement element) {
    return element instanceof JsonPrimitive value && value.isString()
        ? Optional.of(value.getAsString()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static Optional<Integer> number(JsonElement element) {
    return element instanceof JsonPrimitive value && value.isNumber()
        ? Optional.of(value.getAsInt())
        : Optional.empty();
  }
}
