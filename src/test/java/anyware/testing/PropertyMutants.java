package anyware.testing;

import anyware.state.StateResource;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The resources of a site with one thing changed. */
public final class PropertyMutants {
  /** What texts become, in any of the clouds' spellings, so that they stay of their kind. */
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("tcp", "udp"),
          Map.entry("udp", "tcp"),
          Map.entry("icmp", "tcp"),
          Map.entry("TCP", "UDP"),
          Map.entry("Tcp", "Udp"),
          Map.entry("Udp", "Tcp"),
          Map.entry("Icmp", "Tcp"),
          Map.entry("*", "Tcp"),
          Map.entry("all", "tcp"),
          Map.entry("Allow", "Deny"),
          Map.entry("Deny", "Allow"),
          Map.entry("Inbound", "Outbound"),
          Map.entry("Outbound", "Inbound"),
          Map.entry("INGRESS", "EGRESS"),
          Map.entry("EGRESS", "INGRESS"),
          Map.entry("EXTERNAL", "INTERNAL"),
          Map.entry("Https", "Tcp"),
          Map.entry("HTTPS", "HTTP"),
          Map.entry("IPv4", "IPv6"),
          Map.entry("IPv6", "IPv4"),
          Map.entry("Static", "Dynamic"),
          Map.entry("Standard", "Basic"));

  private PropertyMutants() {}

  /**
   * A site with one thing changed.
   *
   * @param place the type and the property, with {@code []} for every element of a list
   * @param resources all resources after the change
   */
  public record Mutant(String place, List<StateResource> resources) {
    /** Copies the resources. */
    public Mutant {
      resources = List.copyOf(resources);
    }
  }

  /**
   * Each property of each resource changed, taken away and added to, and each resource taken away
   * and doubled. What the cloud alone answers, such as an id, is left as it is: nobody can set it.
   *
   * @param resources all of the site
   * @param foreign type to properties, in JSON, that the program does not set but somebody may
   */
  public static List<Mutant> of(List<StateResource> resources, Map<String, String> foreign) {
    List<Mutant> mutants = new ArrayList<>();
    for (int at = 0; at < resources.size(); at++) {
      StateResource resource = resources.get(at);
      if (resource.type().startsWith("anyware:")) {
        continue;
      }
      String type = resource.type().replaceAll(".*[:/]", "");
      List<StateResource> without = new ArrayList<>(resources);
      without.remove(at);
      mutants.add(new Mutant(type, without));
      List<StateResource> twice = new ArrayList<>(resources);
      twice.add(copy(resource));
      mutants.add(new Mutant(type, twice));
      for (String key : resource.inputs().keySet()) {
        JsonElement value = resource.inputs().get(key);
        Map<String, List<JsonElement>> changes = new LinkedHashMap<>();
        collect(type + "." + key, value, changed -> changed, changes);
        int index = at;
        changes.forEach(
            (place, all) ->
                all.forEach(
                    changed ->
                        mutants.add(
                            new Mutant(label(place), changed(resources, index, key, changed)))));
      }
      for (Map.Entry<String, JsonElement> added : added(type, foreign).entrySet()) {
        if (added.getValue().equals(resource.inputs().get(added.getKey()))) {
          continue; // It is so already.
        }
        mutants.add(
            new Mutant(
                type + "." + added.getKey(),
                changed(resources, at, added.getKey(), added.getValue())));
      }
    }
    return mutants;
  }

  /** What only labels a resource does so whatever its key and its owner. */
  private static String label(String place) {
    return place.replaceFirst("^\\w+\\.(tags|labels)\\b.*", "*.$1");
  }

  private static Map<String, JsonElement> added(String type, Map<String, String> foreign) {
    Map<String, JsonElement> added = new LinkedHashMap<>();
    if (foreign.containsKey(type)) {
      JsonParser.parseString(foreign.get(type))
          .getAsJsonObject()
          .entrySet()
          .forEach(entry -> added.put(entry.getKey(), entry.getValue()));
    }
    return added;
  }

  private static StateResource copy(StateResource resource) {
    return new StateResource(
        resource.urn() + "-2",
        resource.type(),
        resource.parent(),
        resource.id().map(id -> id + "-2"),
        resource.inputs(),
        resource.outputs(),
        resource.dependencies());
  }

  /**
   * The resources after one got another property, asked for and answered.
   *
   * @param at the resource's place among them
   * @param key the property
   * @param value what it is then; null takes it away
   */
  public static List<StateResource> changed(
      List<StateResource> resources, int at, String key, JsonElement value) {
    List<StateResource> changed = new ArrayList<>(resources);
    StateResource before = resources.get(at);
    changed.set(
        at,
        new StateResource(
            before.urn(),
            before.type(),
            before.parent(),
            before.id(),
            with(before.inputs(), key, value),
            with(before.outputs(), key, value),
            before.dependencies()));
    return changed;
  }

  private static JsonObject with(JsonObject properties, String key, JsonElement value) {
    JsonObject changed = properties.deepCopy();
    if (value.isJsonNull()) {
      changed.remove(key);
    } else {
      changed.add(key, value);
    }
    return changed;
  }

  /** Every change below a value, each put back into the whole property. */
  private static void collect(
      String place,
      JsonElement value,
      UnaryOperator<JsonElement> whole,
      Map<String, List<JsonElement>> changes) {
    List<JsonElement> here = changes.computeIfAbsent(place, any -> new ArrayList<>());
    here.add(whole.apply(JsonNull.INSTANCE));
    if (value instanceof JsonObject structure) {
      for (String key : structure.keySet()) {
        collect(
            place + "." + key,
            structure.get(key),
            part -> whole.apply(with(structure, key, part)),
            changes);
      }
    } else if (value instanceof JsonArray list) {
      JsonArray more = list.deepCopy();
      more.add(list.isEmpty() ? new JsonPrimitive("other") : another(list.get(0)));
      here.add(whole.apply(more));
      for (int i = 0; i < list.size(); i++) {
        int index = i;
        collect(place + "[]", list.get(i), part -> whole.apply(with(list, index, part)), changes);
      }
    } else {
      here.add(whole.apply(another(value)));
    }
  }

  private static JsonArray with(JsonArray list, int index, JsonElement part) {
    JsonArray changed = list.deepCopy();
    if (part.isJsonNull()) {
      changed.remove(index);
    } else {
      changed.set(index, part);
    }
    return changed;
  }

  /** Something else of the same kind. */
  private static JsonElement another(JsonElement value) {
    if (value instanceof JsonObject structure) {
      JsonObject changed = structure.deepCopy();
      structure.keySet().forEach(key -> changed.add(key, another(structure.get(key))));
      return changed;
    }
    if (value instanceof JsonArray list) {
      JsonArray changed = new JsonArray();
      list.forEach(one -> changed.add(another(one)));
      return changed;
    }
    JsonPrimitive primitive = value.getAsJsonPrimitive();
    if (primitive.isBoolean()) {
      return new JsonPrimitive(!primitive.getAsBoolean());
    }
    if (primitive.isNumber()) {
      return new JsonPrimitive(primitive.getAsInt() + 1);
    }
    return new JsonPrimitive(another(primitive.getAsString()));
  }

  private static String another(String text) {
    if (OTHER.containsKey(text)) {
      return OTHER.get(text);
    }
    if (text.matches("[0-9a-f:]*:[0-9a-f:]*/\\d+")) {
      return "2001:db8:ffff::/48";
    }
    if (text.matches("[0-9.]+\\.[0-9.]+(/\\d+)?")) {
      return "192.0.2.224/27";
    }
    return text.matches("\\d+") ? String.valueOf(Integer.parseInt(text) + 1) : text + "-2";
  }
}
