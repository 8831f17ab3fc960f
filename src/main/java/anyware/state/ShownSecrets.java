package anyware.state;

import anyware.json.JsonPart;
import anyware.problem.Problem;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was secret and is printed with {@code --show-secrets}: the engine writes it as JSON in a
 * text, below a key of a structure that says so
 * (https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go).
 */
final class ShownSecrets {
  private static final String PLAIN = "plaintext";

  private ShownSecrets() {}

  /** Whether a structure stands for a secret that is shown. */
  static boolean isShown(JsonObject structure) {
    return structure.has(Encrypted.SIGNATURE) && structure.has(PLAIN);
  }

  /** A copy of the structure with the values themselves. */
  static JsonObject in(JsonObject structure) {
    JsonObject copy = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : structure.entrySet()) {
      copy.add(entry.getKey(), in(entry.getValue()));
    }
    return copy;
  }

  private static JsonElement in(JsonElement value) {
    if (value instanceof JsonArray list) {
      JsonArray copy = new JsonArray(list.size());
      list.forEach(item -> copy.add(in(item)));
      return copy;
    }
    if (value instanceof JsonObject structure) {
      return isShown(structure) ? shown(structure) : in(structure);
    }
    return value;
  }

  /** What is no JSON stays as it is, so that whoever reads it refuses it. */
  private static JsonElement shown(JsonObject secret) {
    List<Problem> problems = new ArrayList<>();
    return new JsonPart("secret", secret, problems)
        .text(PLAIN)
        .map(text -> JsonPart.parse(PLAIN, text, problems).value())
        .filter(plain -> problems.isEmpty())
        .orElse(secret);
  }
}
