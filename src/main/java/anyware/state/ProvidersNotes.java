package anyware.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * What providers write into a state for themselves, beside the properties: {@code __defaults} in
 * the inputs, in every nested structure too, and {@code __meta} in the outputs
 * (https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/tfbridge/schema.go).
 */
final class ProvidersNotes {
  private static final String MARK = "__";

  private ProvidersNotes() {}

  /** A copy of the structure without them. */
  static JsonObject removedFrom(JsonObject structure) {
    JsonObject copy = new JsonObject();
    structure
        .entrySet()
        .forEach(
            entry -> {
              if (!entry.getKey().startsWith(MARK)) {
                copy.add(entry.getKey(), removedFrom(entry.getValue()));
              }
            });
    return copy;
  }

  private static JsonElement removedFrom(JsonElement value) {
    if (value instanceof JsonObject structure) {
      return removedFrom(structure);
    }
    if (value instanceof JsonArray list) {
      JsonArray copy = new JsonArray(list.size());
      list.forEach(item -> copy.add(removedFrom(item)));
      return copy;
    }
    return value;
  }
}
