package anyware.endtoend;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is there after a run: in the engine's state, and in the offline cloud's journals.
 *
 * @param state the state's resources by URN, those of providers and components included
 * @param cloud the cloud's objects by type and id
 * @param unfinished what the state says is under way or yet to be deleted
 */
record Deployed(
    Map<String, JsonObject> state, Map<String, JsonObject> cloud, List<String> unfinished) {

  static Deployed in(Project project, String stack) throws IOException, InterruptedException {
    JsonObject deployment =
        project.json("stack", "export", "--stack", stack).getAsJsonObject("deployment");
    Map<String, JsonObject> state = new TreeMap<>();
    List<String> unfinished = new ArrayList<>();
    for (JsonElement element : array(deployment, "resources")) {
      JsonObject resource = element.getAsJsonObject();
      if (resource.has("delete") || state.put(text(resource, "urn"), resource) != null) {
        unfinished.add("yet to be deleted: " + text(resource, "urn"));
      }
    }
    for (JsonElement operation : array(deployment, "pending_operations")) {
      unfinished.add("under way: " + operation);
    }
    return new Deployed(state, objects(project.home().resolve("cloud")), unfinished);
  }

  private static Map<String, JsonObject> objects(Path folder) throws IOException {
    Map<String, JsonObject> objects = new TreeMap<>();
    try (DirectoryStream<Path> journals = Files.newDirectoryStream(folder, "*.jsonl")) {
      for (Path journal : journals) {
        Map<String, JsonObject> byKey = new TreeMap<>();
        for (String text : Files.readAllLines(journal)) {
          JsonObject line = JsonParser.parseString(text).getAsJsonObject();
          if (line.has("put")) {
            byKey.put(text(line, "key"), line.getAsJsonObject("put"));
          }
          byKey.remove(text(line, "removed"));
        }
        byKey.values().forEach(object -> objects.put(key(object), object));
      }
    }
    return objects;
  }

  /** The resources that the cloud has, by URN: without components and providers. */
  Map<String, JsonObject> resources() {
    Map<String, JsonObject> resources = new TreeMap<>(state);
    resources
        .values()
        .removeIf(
            resource ->
                !resource.get("custom").getAsBoolean()
                    || text(resource, "type").startsWith("pulumi:"));
    return resources;
  }

  /** The URNs of all that a resource needs, its own included. */
  Set<String> needs(String urn) {
    Set<String> needed = new TreeSet<>();
    collect(urn, needed);
    return needed;
  }

  private void collect(String urn, Set<String> needed) {
    JsonObject resource = state.get(urn);
    if (resource == null || !needed.add(urn)) {
      return;
    }
    array(resource, "dependencies").forEach(each -> collect(each.getAsString(), needed));
  }

  /** What does not fit: between state and cloud, and between this state and that of a clean run. */
  List<String> differences(Deployed clean, boolean sameInputs) {
    List<String> differences = new ArrayList<>(unfinished);
    Map<String, JsonObject> left = new TreeMap<>(cloud);
    resources()
        .forEach(
            (urn, resource) -> {
              JsonObject object = left.remove(key(resource));
              if (object == null) {
                differences.add("in the state, not in the cloud: " + urn);
              } else if (!said(object.get("inputs")).equals(said(resource.get("inputs")))) {
                differences.add("other in the cloud than in the state: " + urn);
              }
            });
    left.keySet().forEach(key -> differences.add("in the cloud, not in the state: " + key));
    Set<String> urns = new TreeSet<>(state.keySet());
    urns.addAll(clean.state.keySet());
    for (String urn : urns) {
      JsonObject here = state.get(urn);
      JsonObject there = clean.state.get(urn);
      if (here == null || there == null) {
        differences.add("here or in a clean run only: " + urn);
      } else if (sameInputs && !form(here).equals(form(there))) {
        differences.add("other than in a clean run: " + urn);
      }
    }
    return differences;
  }

  private static String key(JsonObject resource) {
    return text(resource, "type") + " " + text(resource, "id");
  }

  /**
   * What is said, in any order of its lists: without what providers note for themselves, and
   * without what is empty.
   */
  private static String said(JsonElement value) {
    if (value instanceof JsonObject structure) {
      return structure.entrySet().stream()
          .filter(entry -> !entry.getKey().startsWith("__"))
          .map(entry -> entry.getKey() + "=" + said(entry.getValue()))
          .filter(part -> !part.endsWith("="))
          .sorted()
          .collect(joining(","));
    }
    if (value instanceof JsonArray list) {
      Set<String> items = new TreeSet<>();
      list.forEach(item -> items.add(said(item)));
      return String.join(";", items);
    }
    return value.isJsonNull() ? "" : value.getAsString();
  }

  /** Parent, provider and inputs without what differs from run to run: ids, addresses. */
  private static String form(JsonObject resource) {
    return text(resource, "parent")
        + withoutIds(text(resource, "provider"))
        + (resource.has("inputs") ? withoutIds(said(resource.get("inputs"))) : "");
  }

  private static String withoutIds(String text) {
    return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID")
        .replaceAll("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.[0-9]+\\b(?!/)", "ADDRESS")
        .replaceAll("[0-9a-f]{7,}|[0-9]{6,}", "ID");
  }

  private static JsonArray array(JsonObject object, String name) {
    return object.has(name) && object.get(name).isJsonArray()
        ? object.getAsJsonArray(name)
        : new JsonArray();
  }

  private static String text(JsonObject object, String name) {
    return object.has(name) ? object.get(name).getAsString() : "";
  }
}
