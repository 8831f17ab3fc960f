package anyware.settings;

import anyware.catalogue.Role;
import anyware.cloud.LogForm;
import anyware.cloud.TextForm;
import anyware.net.IpProtocol;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The forms of settings as JSON Schema (https://json-schema.org/draft-07). What one value says of
 * others is beyond them.
 */
final class SettingForms {
  /** The name under which the form of addresses is defined. */
  static final String ADDRESS = "address";

  /** The name under which the form of a site is defined. */
  static final String SITE = "site";

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";

  /** Whether groups are as many as they must be is beyond a pattern that people can read. */
  private static final String IPV6 =
      "[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}(/([0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))?";

  private SettingForms() {}

  /** A structure of one key. */
  static JsonObject of(String key, String value) {
    JsonObject form = new JsonObject();
    form.addProperty(key, value);
    return form;
  }

  /** A type. */
  static JsonObject type(String name) {
    return of("type", name);
  }

  /** What is defined under a name. */
  static JsonObject defined(String name) {
    return of("$ref", "#/definitions/" + name);
  }

  /** A whole number. */
  static JsonObject integer(int from, int to) {
    JsonObject form = type("integer");
    form.addProperty("minimum", from);
    form.addProperty("maximum", to);
    return form;
  }

  /** One of several numbers. */
  static JsonObject numbers(Collection<BigDecimal> numbers) {
    JsonArray values = new JsonArray();
    numbers.forEach(values::add);
    return any("enum", values);
  }

  /** What a number has besides that goes in steps. */
  static JsonObject multipleOf(int step) {
    JsonObject form = new JsonObject();
    if (step > 1) {
      form.addProperty("multipleOf", step);
    }
    return form;
  }

  /** True or false; a setting of its own may be in quotes, as the engine writes it. */
  static JsonObject bool(Node.Rank rank) {
    JsonArray values = new JsonArray();
    values.add(true);
    values.add(false);
    if (rank == Node.Rank.SETTING) {
      values.add("true");
      values.add("false");
    }
    return any("enum", values);
  }

  /** Nothing but true. */
  static JsonObject onlyTrue() {
    return only(true);
  }

  private static JsonObject onlyFalse() {
    return only(false);
  }

  private static JsonObject only(boolean value) {
    JsonArray values = new JsonArray();
    values.add(value);
    return any("enum", values);
  }

  /** One of several words. */
  static JsonObject words(Collection<String> words) {
    JsonArray values = new JsonArray();
    words.forEach(values::add);
    return any("enum", values);
  }

  /** What a list has besides whose texts are of one kind. */
  static JsonObject ofOneKind(List<TextForm> kinds) {
    JsonObject form = new JsonObject();
    if (kinds.size() > 1) {
      JsonArray lists = new JsonArray();
      kinds.forEach(
          kind -> {
            JsonObject list = new JsonObject();
            list.add("items", text(kind.form()));
            lists.add(list);
          });
      form.add("anyOf", lists);
    }
    return form;
  }

  /** A text that the whole pattern matches. */
  static JsonObject text(Pattern form) {
    JsonObject text = type("string");
    text.addProperty("pattern", "^(?:" + PortablePattern.of(form) + ")$");
    return text;
  }

  /** One of several forms. */
  static JsonObject anyOf(List<JsonObject> forms) {
    JsonArray values = new JsonArray();
    forms.stream().distinct().forEach(values::add);
    return values.size() == 1 ? values.get(0).getAsJsonObject() : any("anyOf", values);
  }

  private static JsonObject any(String key, JsonArray values) {
    JsonObject form = new JsonObject();
    form.add(key, values);
    return form;
  }

  /** What a list has besides that may not be empty. */
  static JsonObject notEmpty() {
    JsonObject form = new JsonObject();
    form.addProperty("minItems", 1);
    return form;
  }

  /** What a list has besides of which there may be so many. */
  static JsonObject items(int most) {
    JsonObject form = notEmpty();
    form.addProperty("maxItems", most);
    return form;
  }

  /** An address or prefix of any family. */
  static JsonObject address() {
    return text(Pattern.compile(IPV4 + "(/([0-9]|[12][0-9]|3[0-2]))?|" + IPV6));
  }

  /** An IPv4 address alone. */
  static JsonObject ipv4Address() {
    return text(Pattern.compile(IPV4 + "(/32)?"));
  }

  /** An IPv4 prefix of these lengths; host bits are beyond it. */
  static JsonObject ipv4Prefix(int widest, int narrowest) {
    String lengths =
        String.join(
            "|", IntStream.rangeClosed(widest, narrowest).mapToObj(String::valueOf).toList());
    return text(Pattern.compile(IPV4 + "/(" + lengths + ")"));
  }

  /** Tags; which keys and values a cloud takes is beyond it. */
  static JsonObject tags() {
    JsonObject keys = new JsonObject();
    keys.addProperty("minLength", 1);
    keys.add("not", text(Pattern.compile(String.join("|", OwnTags.ALL), Pattern.CASE_INSENSITIVE)));
    JsonObject form = type("object");
    form.add("propertyNames", keys);
    form.add("additionalProperties", type("string"));
    return form;
  }

  /** The sites by their names; each is defined apart. */
  static JsonObject sites(Pattern name) {
    JsonObject form = type("object");
    form.addProperty("minProperties", 1);
    form.add("propertyNames", text(name));
    form.add("additionalProperties", defined(SITE));
    return form;
  }

  /** A log of one of these forms: a place, or whether there is to be one. */
  static JsonObject log(List<LogForm> forms) {
    List<JsonObject> parts = new ArrayList<>();
    parts.add(forms.stream().anyMatch(LogForm::ownPlace) ? bool(Node.Rank.PART) : onlyFalse());
    forms.stream()
        .flatMap(form -> form.destination().stream())
        .map(place -> text(place.form()))
        .forEach(parts::add);
    return anyOf(parts);
  }

  /** A role's name. */
  static JsonObject roles() {
    return words(Arrays.stream(Role.values()).map(Role::slug).toList());
  }

  /** A host's name with the place of a number in it. */
  static JsonObject numberedHost() {
    JsonObject form = type("string");
    form.addProperty("pattern", "^[^{}]*\\{number\\}[^{}]*$");
    return form;
  }

  /** A port with its protocol, or a protocol without ports. */
  static JsonObject port() {
    String number =
        "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})";
    return text(
        Pattern.compile(
            number + "/(" + IpProtocol.TCP + "|" + IpProtocol.UDP + ")|" + IpProtocol.ICMP));
  }
}
