package anyware.vendor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds the body of a request against the published models: names, kinds, enumerations, what is
 * required and what Azure alone sets.
 *
 * @param models the models
 * @param problems takes what is wrong, each with its path
 */
record AzureBody(AzureModels models, List<String> problems) {

  /** Inspects an object. */
  void inspect(String model, JsonElement value, String path) {
    level(model, "", value, path);
  }

  /** One level of a model's object: what its properties' paths begin with, such as properties. */
  private void level(String model, String prefix, JsonElement value, String path) {
    if (!value.isJsonObject()) {
      wrong(path, value, "an object, " + model);
      return;
    }
    JsonObject object = value.getAsJsonObject();
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      String at = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      String full = prefix + member.getKey();
      Optional<AzureModels.Field> field = field(model, full::equals);
      if (field.isPresent()) {
        property(field.get(), member.getValue(), at);
      } else if (field(model, name -> name.startsWith(full + ".")).isPresent()) {
        level(model, full + ".", member.getValue(), at);
      } else {
        problems.add(at + ": found a property that " + model + " does not have");
      }
    }
    models.fields(model).stream()
        .filter(AzureModels.Field::required)
        .filter(field -> field.path().startsWith(prefix))
        .map(field -> field.path().substring(prefix.length()))
        .filter(name -> name.indexOf('.') < 0 && !object.has(name))
        .forEach(
            name ->
                problems.add(
                    (path.isEmpty() ? name : path + "." + name) + ": missing in " + model));
  }

  private Optional<AzureModels.Field> field(String model, Predicate<String> path) {
    return models.fields(model).stream().filter(field -> path.test(field.path())).findFirst();
  }

  private void property(AzureModels.Field field, JsonElement value, String path) {
    if (field.readonly()) {
      problems.add(path + ": found " + value + "; Azure alone sets it");
    } else {
      kind(field.kind(), value, path);
    }
  }

  private void kind(String kind, JsonElement value, String path) {
    String inner = kind.substring(1, Math.max(1, kind.length() - 1));
    if (kind.startsWith("[")) {
      list(inner, value, path);
    } else if (kind.startsWith("{")) {
      map(inner, value, path);
    } else if (models.models().containsKey(kind)) {
      level(kind, "", value, path);
    } else {
      primitive(kind, value, path);
    }
  }

  private void list(String item, JsonElement value, String path) {
    if (!value.isJsonArray()) {
      wrong(path, value, "a list");
      return;
    }
    for (int i = 0; i < value.getAsJsonArray().size(); i++) {
      kind(item, value.getAsJsonArray().get(i), path + "[" + i + "]");
    }
  }

  private void map(String item, JsonElement value, String path) {
    if (!value.isJsonObject()) {
      wrong(path, value, "a map");
      return;
    }
    value
        .getAsJsonObject()
        .entrySet()
        .forEach(member -> kind(item, member.getValue(), path + "." + member.getKey()));
  }

  private void primitive(String kind, JsonElement value, String path) {
    Set<String> values = models.enums().get(kind);
    if (!value.isJsonPrimitive()) {
      wrong(path, value, values == null ? kind : "one of " + values);
      return;
    }
    JsonPrimitive found = value.getAsJsonPrimitive();
    if (values != null) {
      if (!found.isString() || !values.contains(found.getAsString())) {
        wrong(path, value, "one of " + values);
      }
      return;
    }
    boolean right =
        switch (kind) {
          case "bool" -> found.isBoolean();
          case "int" -> found.isNumber() && found.getAsString().matches("-?\\d+");
          case "float" -> found.isNumber();
          case "str" -> found.isString();
          default ->
              throw new IllegalStateException(
                  String.format(Locale.ROOT, "%s: the table has the unknown kind %s", path, kind));
        };
    if (!right) {
      wrong(path, value, kind);
    }
  }

  private void wrong(String path, JsonElement value, String allowed) {
    problems.add(path + ": found " + value + "; allowed: " + allowed);
  }
}
