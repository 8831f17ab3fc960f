package anyware.settings;

import anyware.net.MalformedException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;

/** Parses JSON as the standard has it; a key that stands twice in a structure is refused too. */
final class StrictJson {
  private static final int DEEPEST = 50;
  private static final String ALLOWED = "JSON as in RFC 8259";

  private StrictJson() {}

  /**
   * The value that the text is.
   *
   * @throws MalformedException when it is no JSON, has a duplicate key, or is nested more than 50
   *     deep; its words repeat no value
   */
  static JsonElement parse(String text) throws MalformedException {
    JsonReader reader = new JsonReader(new StringReader(text));
    try {
      JsonElement value = value(reader, 0);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedException(ALLOWED, "");
      }
      return value;
    } catch (IOException | NumberFormatException | IllegalStateException e) {
      throw new MalformedException(ALLOWED, "");
    }
  }

  private static JsonElement value(JsonReader reader, int depth)
      throws IOException, MalformedException {
    if (depth > DEEPEST) {
      throw new MalformedException("nesting " + DEEPEST + " deep at most", "");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> structure(reader, depth);
      case BEGIN_ARRAY -> list(reader, depth);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      default -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
    };
  }

  private static JsonObject structure(JsonReader reader, int depth)
      throws IOException, MalformedException {
    JsonObject structure = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String key = reader.nextName();
      if (structure.has(key)) {
        throw new MalformedException(ALLOWED, "remove the second key " + Printable.text(key));
      }
      structure.add(key, value(reader, depth + 1));
    }
    reader.endObject();
    return structure;
  }

  private static JsonArray list(JsonReader reader, int depth)
      throws IOException, MalformedException {
    JsonArray list = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(value(reader, depth + 1));
    }
    reader.endArray();
    return list;
  }
}
