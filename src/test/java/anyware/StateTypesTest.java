package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.json.UnreadableFileException;
import anyware.plan.SitePlan;
import anyware.platform.PlannedSite;
import anyware.problem.Problem;
import anyware.state.StateResource;
import anyware.testing.PropertyMutants;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A property of a state may be of any type: it is read, or refused with its path. */
class StateTypesTest {
  /** Neither a text nor a number, and no structure or list that a provider writes. */
  private static final List<JsonElement> VALUES =
      List.of(JsonParser.parseString("{\"a\": {}}"), JsonParser.parseString("[[], {}]"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws-created-internal-hosted",
        "azure-created-internal-names",
        "gcp-created-internal-hosted"
      })
  void whateverAPropertyIsItIsReadOrRefusedWithItsPath(String stack) {
    for (PlannedSite<?> site : StackMatrix.plan(stack).sites()) {
      assertThat(check(site)).as("properties changed").isGreaterThan(80);
    }
  }

  /** Every property, and every part of one, once for each type of resources. */
  private static int check(PlannedSite<?> site) {
    List<StateResource> resources = RegisteredStates.of(site);
    Set<String> seen = new TreeSet<>();
    for (int at = 0; at < resources.size(); at++) {
      StateResource resource = resources.get(at);
      for (Map.Entry<String, JsonElement> property : properties(resource).entrySet()) {
        String key = property.getKey();
        Map<String, List<JsonElement>> changes = new LinkedHashMap<>();
        collect(resource.type() + " " + key, property.getValue(), whole -> whole, changes);
        changes.keySet().removeIf(place -> !seen.add(place));
        for (Map.Entry<String, List<JsonElement>> change : changes.entrySet()) {
          for (JsonElement value : change.getValue()) {
            String what = change.getKey() + " is in " + value;
            read(what, site, PropertyMutants.changed(resources, at, key, value));
          }
        }
      }
    }
    return seen.size();
  }

  private static Map<String, JsonElement> properties(StateResource resource) {
    JsonObject all = resource.inputs().deepCopy();
    resource.outputs().asMap().forEach(all::add);
    return all.asMap();
  }

  private static void collect(
      String place,
      JsonElement value,
      UnaryOperator<JsonElement> whole,
      Map<String, List<JsonElement>> changes) {
    changes.putIfAbsent(place, VALUES.stream().map(whole).toList());
    if (value instanceof JsonObject structure) {
      structure
          .asMap()
          .forEach(
              (key, part) ->
                  collect(
                      place + "." + key,
                      part,
                      changed -> whole.apply(with(structure, key, changed)),
                      changes));
    } else if (value instanceof JsonArray list && !list.isEmpty()) {
      collect(place + "[]", list.get(0), changed -> whole.apply(withFirst(list, changed)), changes);
    }
  }

  private static JsonObject with(JsonObject structure, String key, JsonElement part) {
    JsonObject changed = structure.deepCopy();
    changed.add(key, part);
    return changed;
  }

  private static JsonArray withFirst(JsonArray list, JsonElement part) {
    JsonArray changed = list.deepCopy();
    changed.set(0, part);
    return changed;
  }

  private static <P extends SitePlan> void read(
      String what, PlannedSite<P> site, List<StateResource> resources) {
    try {
      assertThat(site.cloud().readState(site.plan(), resources)).as(what).isNotNull();
    } catch (UnreadableFileException e) {
      assertThat(e.problems()).as(what).isNotEmpty().extracting(Problem::path).doesNotContain("");
    } catch (RuntimeException e) {
      throw new AssertionError(what, e);
    }
  }
}
