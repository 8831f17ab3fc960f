package anyware.natives;

import anyware.json.JsonPart;
import anyware.net.Cidr;
import anyware.net.MalformedException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Prefixes as clouds take them: bits behind the length count for nothing, so 10.0.0.7/8 is
 * 10.0.0.0/8 (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html: "if you
 * specify 100.68.0.18/18, we create a rule with 100.68.0.0/18").
 */
public final class HostBits {
  private static final Pattern PREFIX = Pattern.compile("[0-9A-Fa-f:.]{2,45}/\\d{1,3}");

  private HostBits() {}

  /**
   * The part without host bits in its prefixes.
   *
   * @param part a part of a printout
   * @param notes takes a sentence for each prefix that had some
   */
  public static JsonPart cleared(JsonPart part, Collection<String> notes) {
    return new JsonPart(part.path(), cleared(part, part.value(), notes), part.problems());
  }

  private static JsonElement cleared(JsonPart part, JsonElement value, Collection<String> notes) {
    if (value instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        copy.add(entry.getKey(), cleared(part, entry.getValue(), notes));
      }
      return copy;
    }
    if (value instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(item -> copy.add(cleared(part, item, notes)));
      return copy;
    }
    return value instanceof JsonPrimitive primitive && primitive.isString()
        ? cleared(part, primitive, notes)
        : value;
  }

  private static JsonElement cleared(JsonPart part, JsonPrimitive text, Collection<String> notes) {
    String found = text.getAsString();
    if (!PREFIX.matcher(found).matches()) {
      return text;
    }
    try {
      Cidr.parse(found);
      return text;
    } catch (MalformedException e) {
      return around(part, text, notes);
    }
  }

  /** What is no prefix even so is left for whoever reads it. */
  private static JsonElement around(JsonPart part, JsonPrimitive text, Collection<String> notes) {
    try {
      Cidr prefix = Cidr.around(text.getAsString());
      notes.add(
          "%s: %s has host bits; read as %s".formatted(part.path(), text.getAsString(), prefix));
      return new JsonPrimitive(prefix.toString());
    } catch (MalformedException e) {
      return text;
    }
  }
}
