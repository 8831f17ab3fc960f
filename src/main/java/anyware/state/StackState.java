package anyware.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All resources of a stack.
 *
 * @param resources in the engine's order
 */
public record StackState(List<StateResource> resources) {
  private static final String COMPONENT = "anyware:network:";
  private static final String SAME = "same";
  private static final String UPDATE = "update";

  /** Copies the resources. */
  public StackState {
    resources = List.copyOf(resources);
  }

  /**
   * Reads what {@code pulumi stack export} prints: the stack as it was last deployed or refreshed.
   *
   * @throws UnreadableStateException when the text is something else
   */
  public static StackState ofExport(String json) throws UnreadableStateException {
    JsonObject deployment = member(parse(json), "deployment", "pulumi stack export");
    Map<String, StateResource> resources = new LinkedHashMap<>();
    for (JsonElement resource : array(deployment, "resources")) {
      JsonObject object = resource.getAsJsonObject();
      // What an update marked for deletion still exists but is no longer the stack's.
      if (!object.has("delete")) {
        add(resources, object);
      }
    }
    return new StackState(List.copyOf(resources.values()));
  }

  /**
   * Reads what {@code pulumi preview --json --show-sames} prints: the stack as it would be after
   * the update. Without the second flag the engine leaves out what stays as it is.
   *
   * @throws UnreadableStateException when the text is something else, or resources are left out
   */
  public static StackState ofPreview(String json) throws UnreadableStateException {
    JsonObject preview = parse(json);
    if (!preview.has("steps")) {
      throw new UnreadableStateException("pulumi preview --json");
    }
    requireUnchanged(preview);
    Map<String, StateResource> resources = new LinkedHashMap<>();
    for (JsonElement step : array(preview, "steps")) {
      if (step.getAsJsonObject().get("newState") instanceof JsonObject newState) {
        add(resources, kept(step.getAsJsonObject(), newState));
      }
    }
    return new StackState(List.copyOf(resources.values()));
  }

  /**
   * The new state with what stays of the old one, which a preview leaves out: the identity of what
   * is not replaced, and all that the cloud answered about what is not touched.
   */
  private static JsonObject kept(JsonObject step, JsonObject newState) {
    String operation = text(step, "op").orElse("");
    JsonObject kept = newState.deepCopy();
    if (step.get("oldState") instanceof JsonObject oldState) {
      if (operation.equals(SAME) || operation.equals(UPDATE)) {
        keep("id", oldState, kept);
      }
      if (operation.equals(SAME)) {
        keep("outputs", oldState, kept);
      }
    }
    return kept;
  }

  private static void keep(String key, JsonObject oldState, JsonObject newState) {
    if (oldState.has(key) && !newState.has(key)) {
      newState.add(key, oldState.get(key));
    }
  }

  private static void requireUnchanged(JsonObject preview) throws UnreadableStateException {
    long shown = 0;
    for (JsonElement step : array(preview, "steps")) {
      JsonElement operation = step.getAsJsonObject().get("op");
      shown += operation != null && operation.getAsString().equals(SAME) ? 1 : 0;
    }
    if (preview.get("changeSummary") instanceof JsonObject summary
        && summary.get(SAME) instanceof JsonPrimitive all
        && all.getAsLong() > shown) {
      throw new UnreadableStateException("pulumi preview --json --show-sames");
    }
  }

  /**
   * The resources below the component of a site, itself left out.
   *
   * @param site the site's name
   */
  public List<StateResource> ofSite(String site) {
    Optional<String> component =
        resources.stream()
            .filter(r -> r.type().startsWith(COMPONENT) && r.name().equals(site))
            .map(StateResource::urn)
            .findFirst();
    Map<String, String> parents = new HashMap<>();
    resources.forEach(r -> r.parent().ifPresent(parent -> parents.put(r.urn(), parent)));
    return resources.stream()
        .filter(r -> component.isPresent() && isBelow(r.urn(), component.get(), parents))
        .toList();
  }

  private static boolean isBelow(String urn, String component, Map<String, String> parents) {
    String parent = parents.get(urn);
    while (parent != null) {
      if (parent.equals(component)) {
        return true;
      }
      parent = parents.get(parent);
    }
    return false;
  }

  private static JsonObject parse(String json) throws UnreadableStateException {
    try {
      JsonElement element = JsonParser.parseString(json);
      if (element.isJsonObject()) {
        return element.getAsJsonObject();
      }
    } catch (JsonParseException e) {
      // Said below, in the same words as for JSON of another shape.
    }
    throw new UnreadableStateException(UnreadableStateException.EITHER);
  }

  private static JsonObject member(JsonObject object, String key, String command)
      throws UnreadableStateException {
    if (object.get(key) instanceof JsonObject member) {
      return member;
    }
    throw new UnreadableStateException(command);
  }

  private static Iterable<JsonElement> array(JsonObject object, String key) {
    return object.get(key) instanceof JsonArray array ? array : List.of();
  }

  private static void add(Map<String, StateResource> resources, JsonObject object) {
    String urn = object.get("urn").getAsString();
    resources.put(
        urn,
        new StateResource(
            urn,
            object.get("type").getAsString(),
            text(object, "parent"),
            text(object, "id"),
            structure(object, "inputs"),
            structure(object, "outputs"),
            dependencies(structure(object, "propertyDependencies"))));
  }

  private static Optional<String> text(JsonObject object, String key) {
    return Optional.ofNullable(object.get(key))
        .map(JsonElement::getAsString)
        .filter(text -> !text.isEmpty());
  }

  private static JsonObject structure(JsonObject object, String key) {
    return object.get(key) instanceof JsonObject structure ? structure : new JsonObject();
  }

  private static Map<String, List<String>> dependencies(JsonObject byProperty) {
    Map<String, List<String>> dependencies = new LinkedHashMap<>();
    byProperty
        .entrySet()
        .forEach(
            entry -> {
              List<String> urns = new ArrayList<>();
              if (entry.getValue() instanceof JsonArray array) {
                array.forEach(urn -> urns.add(urn.getAsString()));
              }
              dependencies.put(entry.getKey(), urns);
            });
    return dependencies;
  }
}
