package anyware.json;

import anyware.net.Cidr;
import anyware.net.MalformedException;
import anyware.problem.Printable;
import anyware.problem.Problem;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A place in a JSON file. What is of the wrong kind is noted as a problem and read as missing, so
 * that one reading finds every problem; null counts as missing too.
 *
 * @param path where it is, such as {@code security groups: SecurityGroups[0].GroupId}
 * @param value what stands there
 * @param problems where problems are noted
 */
public record JsonPart(String path, JsonElement value, List<Problem> problems) {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,63}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final int LONGEST_TEXT = 300;
  private static final String AFTER_FILE = ": ";
  private static final String STRUCTURE = "a structure";
  private static final String TEXT = "a text";

  /**
   * The whole of a file.
   *
   * @param file what the file is, for the problems' paths
   * @param text its content; a problem is noted when it is empty or no JSON, with the place up to
   *     which it is some, and when a structure has a key twice
   * @param problems where problems are noted
   */
  public static JsonPart parse(String file, String text, List<Problem> problems) {
    StrictJson json = new StrictJson(text);
    try {
      JsonPart whole = new JsonPart(file, json.document(), problems);
      if (whole.isMissing()) {
        whole.problem("a structure or list in JSON");
      }
      return whole;
    } catch (MalformedException e) {
      String path = json.place().isEmpty() ? file : file + AFTER_FILE + json.place();
      problems.add(new Problem(path, "nothing or no JSON", e.allowed(), e.fix()));
      return new JsonPart(file, JsonNull.INSTANCE, problems);
    }
  }

  /** Whether nothing stands here. */
  public boolean isMissing() {
    return value.isJsonNull();
  }

  /**
   * The parts of this list; none, and a problem, where it is none.
   *
   * @param meaning what the list holds, said where this is no list
   */
  public List<JsonPart> items(String meaning) {
    List<JsonPart> items = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonElement item : array) {
        items.add(new JsonPart(at(items.size()), item, problems));
      }
    } else if (!isMissing()) {
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

  /**
   * The texts of a list below a key; none where the key is missing.
   *
   * @param key the key
   * @param meaning what the list holds
   */
  public List<String> texts(String key, String meaning) {
    return each(key, meaning, JsonPart::text);
  }

  /** The prefixes of a list below a key; none where the key is missing. */
  public List<Cidr> cidrs(String key) {
    return each(key, "prefixes", JsonPart::cidr);
  }

  private <T> List<T> each(String key, String meaning, Function<JsonPart, Optional<T>> reading) {
    return items(key, meaning).stream().flatMap(item -> reading.apply(item).stream()).toList();
  }

  /** The keys of this structure in their order; none, and a problem, where it is none. */
  public Set<String> keys() {
    return structure().map(JsonObject::keySet).orElse(Set.of());
  }

  /** What stands below a key of this structure; a problem where this is none. */
  public Optional<JsonPart> member(String key) {
    return structure()
        .map(structure -> structure.get(key))
        .map(element -> new JsonPart(below(key), element, problems))
        .filter(part -> !part.isMissing());
  }

  /** This structure; absent where nothing stands here, and a problem where something else does. */
  public Optional<JsonObject> structure() {
    if (value instanceof JsonObject structure) {
      return Optional.of(structure);
    }
    return isMissing() ? Optional.empty() : problem(STRUCTURE);
  }

  /** The structure below a key that must be there. */
  public Optional<JsonPart> requiredStructure(String key) {
    return required(key, STRUCTURE).filter(part -> part.structure().isPresent());
  }

  /** The parts of a list below a key that must be there. */
  public List<JsonPart> requiredItems(String key, String meaning) {
    return required(key, "a list of " + meaning).map(list -> list.items(meaning)).orElse(List.of());
  }

  /** What stands below a key that must be there, and is allowed to be this. */
  public Optional<JsonPart> required(String key, String allowed) {
    Optional<JsonPart> member = member(key);
    if (member.isEmpty() && (value.isJsonObject() || isMissing())) {
      new JsonPart(below(key), JsonNull.INSTANCE, problems).problem(allowed);
    }
    return member;
  }

  private String at(int place) {
    return path + (isWhole() ? AFTER_FILE : "") + "[" + place + "]";
  }

  private String below(String key) {
    boolean isPlain = PLAIN_KEY.matcher(key).matches();
    String step = isPlain ? key : "[\"" + Printable.text(key) + "\"]";
    return path + (isWhole() ? AFTER_FILE : isPlain ? "." : "") + step;
  }

  /** Whether this is a whole file, whose name in paths stands before a colon. */
  private boolean isWhole() {
    return !path.contains(AFTER_FILE);
  }

  /** This text; absent, and a problem, where it is none. */
  public Optional<String> text() {
    return value instanceof JsonPrimitive primitive && primitive.isString()
        ? Optional.of(primitive.getAsString())
        : problem(TEXT);
  }

  /** The text below a key; absent where the key is missing. */
  public Optional<String> text(String key) {
    return member(key).flatMap(JsonPart::text);
  }

  /** The text below a key that must be there. */
  public Optional<String> required(String key) {
    return required(key, TEXT).flatMap(JsonPart::text);
  }

  /** This text; a whole number counts as its digits. */
  public Optional<String> textOrNumber() {
    return isWholeNumber() ? Optional.of(value.getAsString()) : text();
  }

  /** The truth value below a key; absent where the key is missing. */
  public Optional<Boolean> flag(String key) {
    return member(key).flatMap(JsonPart::flag);
  }

  /** This truth value; absent, and a problem, where it is none. */
  public Optional<Boolean> flag() {
    return value instanceof JsonPrimitive primitive && primitive.isBoolean()
        ? Optional.of(primitive.getAsBoolean())
        : problem("true or false");
  }

  /** The whole number of at most nine digits below a key; absent where the key is missing. */
  public Optional<Integer> number(String key) {
    return member(key).flatMap(JsonPart::number);
  }

  private Optional<Integer> number() {
    return isWholeNumber()
        ? Optional.of(value.getAsInt())
        : problem("a whole number of nine digits at most");
  }

  private boolean isWholeNumber() {
    return value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && WHOLE_NUMBER.matcher(primitive.getAsString()).matches();
  }

  /** This text as a prefix. */
  public Optional<Cidr> cidr() {
    return text().flatMap(this::cidr);
  }

  private Optional<Cidr> cidr(String text) {
    try {
      return Optional.of(Cidr.parse(text));
    } catch (MalformedException e) {
      return problem(e.allowed(), e.fix());
    }
  }

  private static String printable(String text) {
    return Printable.text(text, LONGEST_TEXT);
  }

  /**
   * Notes that something else should stand here.
   *
   * @return nothing, in place of a value
   */
  public <T> Optional<T> problem(String allowed) {
    return problem(allowed, "");
  }

  /**
   * Notes that something else should stand here, and what to do about it.
   *
   * @return nothing, in place of a value
   */
  public <T> Optional<T> problem(String allowed, String fix) {
    problems.add(new Problem(path, Printable.value(value), printable(allowed), printable(fix)));
    return Optional.empty();
  }
}
