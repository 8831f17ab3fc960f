package anyware.attack;

import anyware.attack.Change.Effect;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Changes an export at random, one thing at a time. */
final class StateMutations {
  private static final List<String> BOTH = List.of("inputs", "outputs");

  /** By what resources refer to one another. */
  private static final List<List<String>> NAMES =
      List.of(
          List.of("id"),
          List.of("outputs", "arn"),
          List.of("outputs", "selfLink"),
          List.of("outputs", "name"),
          List.of("outputs", "address"));

  private static final List<String> ENGINES =
      List.of(
          "{\"custom\": false}",
          "{\"protect\": true}",
          "{\"retainOnDelete\": true}",
          "{\"ignoreChanges\": [\"securityRules\"]}",
          "{\"replaceOnChanges\": [\"*\"]}",
          "{\"aliases\": [\"urn:pulumi:test::anyware-network::a:b:C::old\"]}",
          "{\"deletedWith\": \"urn:pulumi:test::anyware-network::a:b:C::old\"}",
          "{\"dependencies\": []}",
          "{\"propertyDependencies\": {}}",
          "{\"created\": \"2026-01-01T00:00:00Z\", \"modified\": \"2026-01-01T00:00:00Z\"}",
          "{\"sourcePosition\": \"project:///a.java#1,1\"}");
  private static final List<String> TYPES =
      List.of(
          "aws:ec2/securityGroupRule:SecurityGroupRule",
          "azure-native:network:SecurityRule",
          "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule",
          "aws:ec2/instance:Instance",
          "kubernetes:core/v1:Service");

  private final Random random;
  private final Values values;
  private final Map<String, String> foreign;

  /**
   * Changes that are drawn from a source.
   *
   * @param foreign type to properties, in JSON, that the program does not set but somebody may
   */
  StateMutations(Random random, Map<String, String> foreign) {
    this.random = random;
    this.values = new Values(random);
    this.foreign = foreign;
  }

  /** Changes the export; says what was changed. */
  Change change(JsonObject export) {
    JsonArray all = export.getAsJsonObject("deployment").getAsJsonArray("resources");
    List<JsonObject> resources = new ArrayList<>();
    for (JsonElement one : all) {
      if (one.getAsJsonObject().has("custom")) {
        resources.add(one.getAsJsonObject());
      }
    }
    JsonObject one = oneOfAnyType(resources);
    return switch (random.nextInt(21)) {
      case 0 -> removed(all, one);
      case 1 -> doubled(all, one);
      case 2 -> reparented(all, one);
      case 3 -> retyped(one, resources);
      case 4 -> renamed(one);
      case 5 -> withOtherId(one, resources);
      case 6, 7, 8 -> exchanged(one, resources);
      case 9 -> reordered(export, all, one);
      case 10 -> engines(one);
      case 11 -> added(one);
      case 20 -> exchangedWithin(one);
      case 12 -> property(one, resources, List.of("inputs"), Effect.BY_REACH);
      case 13, 14, 15 -> property(one, resources, BOTH, Effect.TOLD);
      default -> property(one, resources, List.of("outputs"), Effect.TOLD);
    };
  }

  /** Types with many resources do not come up more often than others do. */
  private JsonObject oneOfAnyType(List<JsonObject> resources) {
    String type = values.pick(resources.stream().map(StateMutations::type).distinct().toList());
    return values.pick(resources.stream().filter(one -> type(one).equals(type)).toList());
  }

  private static String type(JsonObject resource) {
    return resource.get("type").getAsString().replaceAll(".*[:/]", "");
  }

  private static Change removed(JsonArray all, JsonObject one) {
    all.remove(one);
    return new Change("took away", type(one), Effect.TOLD);
  }

  private Change doubled(JsonArray all, JsonObject one) {
    JsonObject other = one.deepCopy();
    String urn = Json.text(one, "urn");
    // Another parent's type in the URN makes another resource of the same name.
    other.addProperty(
        "urn",
        random.nextBoolean()
            ? urn + "-2"
            : urn.replaceFirst("(::[^:]*::)[^$]*\\$", "$1").replaceFirst("^$", urn + "-3"));
    if (other.get("urn").equals(one.get("urn"))) {
      other.addProperty("urn", urn + "-2");
    }
    if (random.nextBoolean()) {
      other.addProperty("id", Json.text(one, "id") + "-2");
    }
    if (random.nextBoolean()) {
      property(other, List.of(one), BOTH, Effect.TOLD);
    }
    insert(all, other, random.nextInt(all.size() + 1));
    return new Change("doubled", type(one), Effect.TOLD);
  }

  private static void insert(JsonArray all, JsonObject one, int place) {
    List<JsonElement> list = new ArrayList<>(all.asList());
    list.add(place, one);
    all.asList().clear();
    list.forEach(all::add);
  }

  private Change reparented(JsonArray all, JsonObject one) {
    String stack = Json.text(all.get(0), "urn");
    List<JsonElement> others = new ArrayList<>(all.asList());
    others.removeIf(other -> other.equals(one) || Json.text(other, "parent").isEmpty());
    String parent =
        values.pick(List.of(stack, stack + "-gone", Json.text(values.pick(others), "urn"), ""));
    one.addProperty("parent", parent);
    if (parent.isEmpty()) {
      one.remove("parent");
    }
    boolean elsewhere = !parent.contains("::anyware:network:");
    boolean engines = Json.text(one, "type").startsWith("pulumi:");
    return new Change(
        "put below '" + parent + "'",
        type(one),
        elsewhere && !engines ? Effect.TOLD : Effect.BY_REACH);
  }

  private Change retyped(JsonObject one, List<JsonObject> resources) {
    String was = Json.text(one, "type");
    String type =
        random.nextBoolean() ? values.pick(TYPES) : Json.text(values.pick(resources), "type");
    one.addProperty("type", type);
    if (random.nextBoolean()) {
      one.addProperty("urn", Json.text(one, "urn").replace(was, type));
    }
    return new Change(
        "retyped " + was + " to", type(one), was.equals(type) ? Effect.BY_REACH : Effect.TOLD);
  }

  /** The engine's own name: the cloud knows nothing of it, and the next preview tells. */
  private static Change renamed(JsonObject one) {
    one.addProperty("urn", Json.text(one, "urn") + "-x");
    return new Change("renamed", type(one), Effect.BY_REACH);
  }

  private Change withOtherId(JsonObject one, List<JsonObject> resources) {
    switch (random.nextInt(3)) {
      case 0 -> one.remove("id");
      case 1 -> one.addProperty("id", Json.text(one, "id") + "-x");
      default -> one.addProperty("id", Json.text(values.pick(resources), "id"));
    }
    return new Change("gave another id", type(one), Effect.BY_REACH);
  }

  /** What one resource of a type refers to by a text, another one refers to now. */
  private Change exchanged(JsonObject one, List<JsonObject> resources) {
    List<JsonObject> alike = resources.stream().filter(r -> type(r).equals(type(one))).toList();
    JsonObject other = values.pick(alike);
    List<String> keys =
        Json.at(one, "outputs").orElseGet(JsonObject::new).getAsJsonObject().keySet().stream()
            .filter(key -> Json.at(one, "inputs", key).isPresent())
            .filter(key -> Json.at(other, "inputs", key).isPresent())
            .toList();
    if (keys.isEmpty()) {
      return new Change("exchanged nothing of", type(one), Effect.NOTHING);
    }
    String key = values.pick(keys);
    List<String> sides = random.nextBoolean() ? BOTH : List.of("outputs");
    boolean isAlike = Json.at(one, "outputs", key).equals(Json.at(other, "outputs", key));
    for (String side : sides) {
      JsonElement mine = one.getAsJsonObject(side).get(key);
      JsonElement theirs = other.getAsJsonObject(side).get(key);
      one.getAsJsonObject(side).add(key, theirs);
      other.getAsJsonObject(side).add(key, mine);
    }
    String place = label(type(one) + "." + key);
    return new Change(
        "exchanged in " + sides,
        place,
        isAlike || canBeTheSame(place, sides) ? Effect.BY_REACH : Effect.TOLD);
  }

  /** What one part of a resource says, another part of the same list says now. */
  private Change exchangedWithin(JsonObject one) {
    List<List<Object>> paths = new ArrayList<>();
    Json.at(one, "inputs").ifPresent(inputs -> collect(inputs, List.of(), paths));
    paths.removeIf(
        path ->
            !(at(one, "inputs", path) instanceof JsonArray list)
                || !at(one, "outputs", path).equals(list)
                || list.asList().stream().filter(JsonObject.class::isInstance).count() < 2);
    if (paths.isEmpty()) {
      return new Change("exchanged nothing within", type(one), Effect.NOTHING);
    }
    List<Object> path = values.pick(paths);
    int size = at(one, "inputs", path).getAsJsonArray().size();
    int mine = random.nextInt(size);
    int theirs = (mine + 1 + random.nextInt(size - 1)) % size;
    Set<String> keys = new TreeSet<>();
    for (int index : List.of(mine, theirs)) {
      if (at(one, "inputs", with(path, index)) instanceof JsonObject part) {
        keys.addAll(part.keySet());
      }
    }
    if (keys.isEmpty()) {
      return new Change("exchanged nothing within", type(one), Effect.NOTHING);
    }
    String key = values.pick(List.copyOf(keys));
    List<String> sides = random.nextBoolean() ? BOTH : List.of("outputs");
    String before = Json.withoutOrder(one);
    for (String side : sides) {
      List<Object> here = with(with(path, mine), key);
      List<Object> there = with(with(path, theirs), key);
      JsonElement own = at(one, side, here).deepCopy();
      JsonElement other = at(one, side, there).deepCopy();
      set(at(one, side, with(path, mine)), here, other);
      set(at(one, side, with(path, theirs)), there, own);
    }
    return new Change(
        "exchanged within in " + sides,
        place(one, with(with(path, mine), key)),
        before.equals(Json.withoutOrder(one)) ? Effect.BY_REACH : Effect.TOLD);
  }

  private Change reordered(JsonObject export, JsonArray all, JsonObject one) {
    if (random.nextInt(4) == 0) {
      List<JsonElement> list = new ArrayList<>(all.asList());
      Collections.shuffle(list, random);
      JsonArray shuffled = new JsonArray();
      list.forEach(shuffled::add);
      export.getAsJsonObject("deployment").add("resources", shuffled);
      return new Change("reordered", "resources", Effect.NOTHING);
    }
    BOTH.forEach(side -> Json.at(one, side).ifPresent(this::shuffle));
    return new Change("reordered lists of", type(one), Effect.NOTHING);
  }

  private void shuffle(JsonElement value) {
    if (value instanceof JsonObject structure) {
      structure.asMap().values().forEach(this::shuffle);
    } else if (value instanceof JsonArray list) {
      List<JsonElement> items = new ArrayList<>(list.asList());
      items.forEach(this::shuffle);
      Collections.shuffle(items, random);
      for (int i = 0; i < items.size(); i++) {
        list.set(i, items.get(i));
      }
    }
  }

  private Change engines(JsonObject one) {
    if (random.nextInt(4) == 0) {
      String key = values.pick(List.of("delete", "pendingReplacement"));
      one.addProperty(key, true);
      return new Change("marked " + key, type(one), Effect.TOLD);
    }
    String text = values.pick(ENGINES);
    JsonParser.parseString(text)
        .getAsJsonObject()
        .entrySet()
        .forEach(entry -> one.add(entry.getKey(), entry.getValue()));
    return new Change("set " + text + " of", type(one), Effect.NOTHING);
  }

  private Change added(JsonObject one) {
    String type = type(one);
    List<Map.Entry<String, JsonElement>> entries =
        new ArrayList<>(
            JsonParser.parseString(foreign.getOrDefault(type, "{}")).getAsJsonObject().entrySet());
    if (entries.isEmpty()) {
      return new Change("added nothing to", type, Effect.NOTHING);
    }
    Map.Entry<String, JsonElement> added = values.pick(entries);
    List<String> sides = random.nextBoolean() ? BOTH : List.of("outputs");
    boolean isSo =
        sides.stream()
            .allMatch(
                side -> added.getValue().equals(one.getAsJsonObject(side).get(added.getKey())));
    for (String side : sides) {
      one.getAsJsonObject(side).add(added.getKey(), added.getValue());
    }
    return new Change(
        "added to " + sides,
        type + "." + added.getKey(),
        isSo || canBeTheSame(type + "." + added.getKey(), sides) ? Effect.BY_REACH : Effect.TOLD);
  }

  private Change property(
      JsonObject one, List<JsonObject> resources, List<String> sides, Effect effect) {
    List<List<Object>> paths = new ArrayList<>();
    Json.at(one, "inputs").ifPresent(inputs -> collect(inputs, List.of(), paths));
    paths.removeIf(path -> path.isEmpty() || sides.stream().anyMatch(s -> isMissing(one, s, path)));
    if (paths.isEmpty()) {
      return new Change("left", type(one), Effect.NOTHING);
    }
    List<Object> path = values.pick(paths);
    JsonElement value = at(one, sides.get(0), path);
    List<JsonElement> alike =
        resources.stream()
            .filter(other -> type(other).equals(type(one)) && !isMissing(other, "inputs", path))
            .map(other -> at(other, "inputs", path))
            .filter(other -> !other.equals(value))
            .toList();
    List<JsonElement> references = references(value, resources);
    JsonElement other =
        references.isEmpty() || random.nextInt(3) == 0
            ? values.other(value, alike)
            : values.pick(references);
    sides.forEach(side -> set(at(one, side, path.subList(0, path.size() - 1)), path, other));
    return new Change(
        String.join(" and ", sides) + ": " + value + " is " + other + " at",
        place(one, path),
        Json.withoutOrder(other).equals(Json.withoutOrder(value))
                || canBeTheSame(place(one, path), sides)
            ? Effect.BY_REACH
            : effect);
  }

  /** Where a value is what others of the same type as the one that it means are called. */
  private static List<JsonElement> references(JsonElement value, List<JsonObject> resources) {
    List<JsonElement> references = new ArrayList<>();
    for (JsonObject meant : resources) {
      for (List<String> name : NAMES) {
        if (Json.at(meant, name.toArray(String[]::new)).filter(value::equals).isPresent()) {
          resources.stream()
              .filter(other -> !other.equals(meant) && type(other).equals(type(meant)))
              .flatMap(other -> Json.at(other, name.toArray(String[]::new)).stream())
              .forEach(references::add);
        }
      }
    }
    return references;
  }

  /**
   * Azure's answers do not repeat where a resource is, and what somebody attached to Google's
   * backend service stays, as the README says. Which association on AWS brings a subnet to its
   * table does not matter. A provider is asked alone: no cloud answers for it.
   */
  private static boolean canBeTheSame(String place, List<String> sides) {
    return place.startsWith("RouteTableAssociation.")
        || (sides.equals(List.of("outputs")) && place.startsWith("azure-native."))
        || (sides.equals(List.of("outputs"))
            && place.matches(
                ".*\\.(resourceGroupName|virtualNetworkName|applicationGatewayName|recordType|zoneName"
                    + "|privateZoneName|relativeRecordSetName|networkWatcherName|resourceUri"
                    + "|backends\\b.*)"));
  }

  private static String place(JsonObject one, List<Object> path) {
    StringBuilder place = new StringBuilder(type(one));
    path.forEach(step -> place.append(step instanceof Integer ? "[]" : "." + step));
    return label(place.toString());
  }

  private static String label(String place) {
    return place.replaceFirst("^\\w+\\.(tags|labels)\\b.*", "*.$1");
  }

  private static void collect(JsonElement value, List<Object> path, List<List<Object>> paths) {
    paths.add(path);
    if (value instanceof JsonObject structure) {
      structure.keySet().forEach(key -> collect(structure.get(key), with(path, key), paths));
    } else if (value instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), with(path, i), paths);
      }
    }
  }

  private static List<Object> with(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static boolean isMissing(JsonObject resource, String side, List<Object> path) {
    return at(resource, side, path).isJsonNull();
  }

  private static JsonElement at(JsonObject resource, String side, List<Object> path) {
    JsonElement here = resource.has(side) ? resource.get(side) : JsonNull.INSTANCE;
    for (Object step : path) {
      if (step instanceof Integer index && here instanceof JsonArray list && index < list.size()) {
        here = list.get(index);
      } else if (step instanceof String key
          && here instanceof JsonObject structure
          && structure.has(key)) {
        here = structure.get(key);
      } else {
        return JsonNull.INSTANCE;
      }
    }
    return here;
  }

  private static void set(JsonElement holder, List<Object> path, JsonElement value) {
    Object last = path.get(path.size() - 1);
    if (holder instanceof JsonArray list && last instanceof Integer index) {
      if (value.isJsonNull()) {
        list.remove((int) index);
      } else {
        list.set(index, value.deepCopy());
      }
    } else if (holder instanceof JsonObject structure) {
      if (value.isJsonNull()) {
        structure.remove(String.valueOf(last));
      } else {
        structure.add(String.valueOf(last), value.deepCopy());
      }
    }
  }
}
