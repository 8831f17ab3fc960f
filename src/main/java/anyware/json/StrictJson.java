package anyware.json;

import anyware.net.MalformedException;
import anyware.problem.Printable;
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

/** Reads JSON as the standard has it; a key that stands twice in a structure is refused too. */
public final class StrictJson {
  private static final int DEEPEST = 50;
  private static final int LONGEST_PLACE = 200;
  private static final String ALLOWED = "JSON as in RFC 8259";
  private static final String ROOT = "$";
  private static final String STEP = ".";

  private final JsonReader reader;

  StrictJson(String text) {
    this.reader = new JsonReader(new StringReader(text));
  }

  /**
   * The value that the text is.
   *
   * @throws MalformedException when it is no JSON, has a duplicate key, or is nested more than 50
   *     deep; its words repeat no value
   */
  public static JsonElement parse(String text) throws MalformedException {
    return new StrictJson(text).document();
  }

  /** The value that the whole text is; to be asked for once. */
  JsonElement document() throws MalformedException {
    try {
      JsonElement value = value(0);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedException(ALLOWED, "");
      }
      return value;
    } catch (IOException | NumberFormatException | IllegalStateException e) {
      throw new MalformedException(ALLOWED, "");
    }
  }

  /** Where the reading has come to, such as {@code deployment.resources[3]}; empty at the root. */
  String place() {
    String path = reader.getPath().substring(ROOT.length());
    String fromKey = path.startsWith(STEP) ? path.substring(STEP.length()) : path;
    String place =
        fromKey.endsWith(STEP) ? fromKey.substring(0, fromKey.length() - STEP.length()) : fromKey;
    return Printable.text(place, LONGEST_PLACE);
  }

  private JsonElement value(int depth) throws IOException, MalformedException {
    if (depth > DEEPEST) {
      throw new MalformedException("nesting " + DEEPEST + " deep at most", "");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> structure(depth);
      case BEGIN_ARRAY -> list(depth);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      default -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
    };
  }

  private JsonObject structure(int depth) throws IOException, MalformedException {
    JsonObject structure = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String key = reader.nextName();
      if (structure.has(key)) {
        throw new MalformedException(ALLOWED, "remove the second key " + Printable.text(key));
      }
      structure.add(key, value(depth + 1));
    }
    reader.endObject();
    return structure;
  }

  private JsonArray list(int depth) throws IOException, MalformedException {
    JsonArray list = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(value(depth + 1));
    }
    reader.endArray();
    return list;
  }
}
