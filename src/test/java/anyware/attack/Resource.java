package anyware.attack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * A resource as a state's JSON has it.
 *
 * @param type the type behind its package
 * @param name the logical name
 * @param id the cloud's id
 * @param now what the cloud last answered, else what it was asked for
 * @param asked what it was asked for, which not every answer repeats
 */
record Resource(String type, String name, String id, JsonObject now, JsonObject asked) {
  static List<Resource> all(JsonObject export) {
    return Json.items(export, "deployment", "resources").stream().map(Resource::of).toList();
  }

  private static Resource of(JsonElement json) {
    String urn = Json.text(json, "urn");
    JsonObject outputs = structure(json, "outputs");
    return new Resource(
        Json.text(json, "type").replaceFirst("^(.*)[:/](\\w+)$", "$2"),
        urn.substring(urn.lastIndexOf("::") + 2),
        Json.text(json, "id"),
        outputs.size() > 0 ? outputs : structure(json, "inputs"),
        structure(json, "inputs"));
  }

  private static JsonObject structure(JsonElement json, String key) {
    return Json.at(json, key)
        .filter(JsonObject.class::isInstance)
        .map(JsonElement::getAsJsonObject)
        .orElseGet(JsonObject::new);
  }

  boolean is(String other) {
    return type.equals(other);
  }

  String text(String... path) {
    return Json.text(now, path);
  }
}
