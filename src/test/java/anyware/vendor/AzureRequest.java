package anyware.vendor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request that a resource's inputs become: azure-native takes the parameters of the path out of
 * them and sends the rest, moving what Azure has below {@code properties} there.
 *
 * @param type Pulumi's type
 * @param body what is sent
 * @param problems inputs that belong nowhere, and parameters of the path that are missing
 */
record AzureRequest(String type, JsonObject body, List<String> problems) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** The request for these inputs. */
  static AzureRequest of(String type, JsonObject inputs) {
    List<String> problems = new ArrayList<>();
    AzureModels.Request request = AzureModels.published().requests().get(type);
    if (request == null) {
      return new AzureRequest(type, new JsonObject(), List.of(type + ": no published request"));
    }
    JsonObject rest = inputs.deepCopy();
    Matcher parameters = PARAMETER.matcher(request.url());
    while (parameters.find()) {
      String name = parameters.group(1);
      JsonElement given = rest.remove(name);
      // The provider has the subscription, and makes the name of the resource itself.
      boolean provided =
          name.equals("subscriptionId") || parameters.end() == request.url().length();
      if (given == null ? !provided : !isText(given)) {
        problems.add(name + ": found " + given + "; allowed: a text, for " + request.url());
      }
    }
    JsonObject body = object(request.model(), rest, "", problems);
    return new AzureRequest(type, body, problems);
  }

  /** Everything that the published models have against it. */
  List<String> allProblems() {
    AzureModels.Request request = AzureModels.published().requests().get(type);
    List<String> all = new ArrayList<>(problems);
    if (request != null) {
      new AzureBody(AzureModels.published(), all).inspect(request.model(), body, "");
    }
    return all;
  }

  private static boolean isText(JsonElement value) {
    return value.isJsonPrimitive()
        && value.getAsJsonPrimitive().isString()
        && !value.getAsString().isBlank();
  }

  private static JsonObject object(
      String model, JsonObject inputs, String path, List<String> problems) {
    JsonObject sent = new JsonObject();
    inputs
        .entrySet()
        .forEach(
            input -> {
              String at = path + input.getKey();
              Optional<AzureModels.Field> field =
                  AzureModels.published().named(model, input.getKey());
              if (field.isEmpty()) {
                problems.add(at + ": found an input that is no property of " + model);
              } else {
                put(sent, field.get(), value(field.get().kind(), input.getValue(), at, problems));
              }
            });
    return sent;
  }

  private static void put(JsonObject sent, AzureModels.Field field, JsonElement value) {
    JsonObject at = sent;
    String[] names = field.path().split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      if (!at.has(names[i])) {
        at.add(names[i], new JsonObject());
      }
      at = at.getAsJsonObject(names[i]);
    }
    at.add(names[names.length - 1], value);
  }

  private static JsonElement value(
      String kind, JsonElement input, String path, List<String> problems) {
    if (kind.startsWith("[") && input.isJsonArray()) {
      String item = kind.substring(1, kind.length() - 1);
      JsonArray items = new JsonArray();
      for (int i = 0; i < input.getAsJsonArray().size(); i++) {
        JsonElement one = input.getAsJsonArray().get(i);
        items.add(value(item, one, path + "[" + i + "]", problems));
      }
      return items;
    }
    // The provider takes the keys of a map that has nothing else to say as a list.
    if (path.endsWith("userAssignedIdentities") && input.isJsonArray()) {
      JsonObject byId = new JsonObject();
      input.getAsJsonArray().forEach(id -> byId.add(id.getAsString(), new JsonObject()));
      return byId;
    }
    return AzureModels.published().models().containsKey(kind) && input.isJsonObject()
        ? object(kind, input.getAsJsonObject(), path + ".", problems)
        : input;
  }
}
