package anyware.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One structure that has other parts where one of its own says so, as JSON Schema. */
final class FormVariants {
  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";

  /**
   * One of its kinds.
   *
   * @param condition what such a structure looks like
   * @param form what it may hold
   */
  record Variant(JsonObject condition, JsonObject form) {}

  private final List<Variant> variants;

  private FormVariants(List<Variant> variants) {
    this.variants = variants;
  }

  /** The form of all kinds; of a single one its own. */
  static JsonObject of(List<Variant> variants) {
    return variants.size() == 1 ? variants.get(0).form() : new FormVariants(variants).form();
  }

  private JsonObject form() {
    JsonObject properties = new JsonObject();
    Set<String> differing = new LinkedHashSet<>();
    for (String key : keys()) {
      Set<JsonElement> forms = new LinkedHashSet<>();
      variants.forEach(variant -> forms.add(property(variant, key)));
      if (forms.size() == 1) {
        properties.add(key, forms.iterator().next());
      } else {
        differing.add(key);
        properties.add(key, new JsonObject());
      }
    }
    Set<String> common = new TreeSet<>(required(variants.get(0)));
    variants.forEach(variant -> common.retainAll(required(variant)));
    JsonObject form = SettingForms.type("object");
    form.add(PROPERTIES, properties);
    form.add(REQUIRED, array(common));
    form.addProperty("additionalProperties", false);
    JsonArray choices = new JsonArray();
    variants.forEach(variant -> choices.add(choice(variant, differing, common)));
    form.add("allOf", choices);
    return form;
  }

  private static JsonObject choice(Variant variant, Set<String> differing, Set<String> common) {
    JsonObject properties = new JsonObject();
    differing.forEach(key -> properties.add(key, property(variant, key)));
    List<String> required = new ArrayList<>(required(variant));
    required.removeAll(common);
    JsonObject then = new JsonObject();
    then.add(PROPERTIES, properties);
    then.add(REQUIRED, array(required));
    JsonObject choice = new JsonObject();
    choice.add("if", variant.condition());
    choice.add("then", then);
    return choice;
  }

  private Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    variants.forEach(variant -> keys.addAll(variant.form().getAsJsonObject(PROPERTIES).keySet()));
    return keys;
  }

  private static JsonElement property(Variant variant, String key) {
    JsonElement form = variant.form().getAsJsonObject(PROPERTIES).get(key);
    return form == null ? new JsonPrimitive(false) : form;
  }

  private static List<String> required(Variant variant) {
    List<String> required = new ArrayList<>();
    if (variant.form().has(REQUIRED)) {
      variant.form().getAsJsonArray(REQUIRED).forEach(key -> required.add(key.getAsString()));
    }
    return required;
  }

  static JsonArray array(Iterable<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
