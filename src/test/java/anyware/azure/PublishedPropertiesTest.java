package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.json.UnreadableFileException;
import anyware.platform.PlannedSite;
import anyware.state.StateResource;
import anyware.testing.AzureProperties;
import anyware.testing.PropertyMutants;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import anyware.vendor.AzureModels;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Whatever Azure takes of a site's resources beyond what the program asks for is told once somebody
 * sets it: every property that Microsoft publishes is given to every object that lacks it, and the
 * plan that is read back tells, but what is listed with its reason, no more and no less.
 */
class PublishedPropertiesTest {
  private static final AzureModels PUBLISHED = AzureModels.published();

  /** As deep as somebody's object is filled; models go on in circles. */
  private static final int DEEPEST = 2;

  /** Rules of a group are alike. */
  private static final int ELEMENTS = 2;

  private final Set<String> unnoticed = new TreeSet<>();
  private int asked;

  @Test
  void whatAzureTakesIsToldOrListed() throws Exception {
    for (String stack : AzureProperties.STACKS) {
      for (PlannedSite<?> site : StackMatrix.plan(stack).sites()) {
        check((Plan) site.plan(), RegisteredStates.of(site));
      }
    }
    assertThat(String.join("\n", unnoticed))
        .isEqualTo(String.join("\n", AzureProperties.IRRELEVANT.keySet()));
    assertThat(asked).isGreaterThan(1000);
  }

  private void check(Plan plan, List<StateResource> resources) throws UnreadableFileException {
    assertThat(StateReader.read(plan, resources)).isEqualTo(plan);
    for (int at = 0; at < resources.size(); at++) {
      StateResource resource = resources.get(at);
      AzureModels.Request request = PUBLISHED.requests().get(resource.type());
      if (request == null) {
        continue;
      }
      int index = at;
      walk(
          request.model(),
          resource.inputs(),
          resource.type().replaceAll(".*:", ""),
          changed -> changed,
          (place, kind, mutants) -> {
            int silent = 0;
            for (JsonObject inputs : mutants) {
              asked++;
              silent += isPlanned(plan, changed(resources, index, inputs)) ? 1 : 0;
            }
            if (silent > (hasSwitch(kind) ? 1 : 0)) {
              unnoticed.add(place.replaceFirst("^\\w+(\\[\\]|\\.\\w+)*\\.(id|etag)$", "*.$2"));
            }
          });
    }
  }

  /** One value of a switch is its default. */
  private static boolean hasSwitch(String kind) {
    return kind.equals("bool")
        || PUBLISHED.enums().containsKey(kind)
        || (PUBLISHED.models().containsKey(kind)
            && PUBLISHED.fields(kind).stream()
                .map(AzureModels.Field::kind)
                .anyMatch(inner -> inner.equals("bool") || PUBLISHED.enums().containsKey(inner)));
  }

  /** A resource is named there, and not changed. */
  private static boolean isReference(String kind, JsonObject value) {
    return value.has("id")
        && PUBLISHED.requests().values().stream().anyMatch(one -> one.model().equals(kind));
  }

  /** Takes the resource's properties after each way to set one more. */
  private interface Added {
    void added(String place, String kind, List<JsonObject> mutants);
  }

  private void walk(
      String model,
      JsonObject here,
      String place,
      Function<JsonObject, JsonObject> whole,
      Added added) {
    for (AzureModels.Field field : PUBLISHED.fields(model)) {
      String name = field.name();
      String path = place + "." + name;
      if (field.readonly()) {
        continue;
      }
      if (here.has(name)) {
        inside(
            field.kind(), here.get(name), path, part -> whole.apply(with(here, name, part)), added);
      } else {
        added.added(
            path,
            field.kind(),
            samples(field.kind(), 0).stream()
                .map(sample -> whole.apply(with(here, name, sample)))
                .toList());
      }
    }
  }

  private void inside(
      String kind,
      JsonElement value,
      String path,
      Function<JsonElement, JsonObject> whole,
      Added added) {
    if (value instanceof JsonObject object
        && PUBLISHED.models().containsKey(kind)
        && !isReference(kind, object)) {
      walk(kind, object, path, whole::apply, added);
    } else if (value instanceof JsonArray list && kind.startsWith("[")) {
      String inner = kind.substring(1, kind.length() - 1);
      for (int i = 0; i < Math.min(list.size(), ELEMENTS); i++) {
        int index = i;
        inside(
            inner,
            list.get(i),
            path + "[]",
            part -> {
              JsonArray changed = list.deepCopy();
              changed.set(index, part);
              return whole.apply(changed);
            },
            added);
      }
    }
  }

  private static List<JsonElement> samples(String kind, int depth) {
    List<JsonElement> samples = new ArrayList<>();
    String inner = kind.substring(1, Math.max(1, kind.length() - 1));
    if (kind.startsWith("[")) {
      for (JsonElement one : samples(inner, depth)) {
        JsonArray list = new JsonArray();
        list.add(one);
        samples.add(list);
      }
    } else if (kind.startsWith("{")) {
      samples.add(with(new JsonObject(), "any", new JsonPrimitive("other")));
    } else if (PUBLISHED.models().containsKey(kind)) {
      samples.add(filled(kind, depth, all -> all.get(0)));
      samples.add(filled(kind, depth, all -> all.get(all.size() - 1)));
    } else if (PUBLISHED.enums().containsKey(kind)) {
      Objects.requireNonNull(PUBLISHED.enums().get(kind))
          .forEach(value -> samples.add(new JsonPrimitive(value)));
    } else if (kind.equals("bool")) {
      samples.add(new JsonPrimitive(true));
      samples.add(new JsonPrimitive(false));
    } else if (kind.equals("int") || kind.equals("float")) {
      samples.add(new JsonPrimitive(7));
    } else {
      samples.add(new JsonPrimitive("other"));
      samples.add(new JsonPrimitive("10.99.0.9"));
    }
    return samples;
  }

  private static JsonObject filled(
      String model, int depth, Function<List<JsonElement>, JsonElement> which) {
    JsonObject object = new JsonObject();
    if (depth < DEEPEST) {
      for (AzureModels.Field field : PUBLISHED.fields(model)) {
        if (!field.readonly()) {
          object.add(field.name(), which.apply(samples(field.kind(), depth + 1)));
        }
      }
    }
    return object;
  }

  private static JsonObject with(JsonObject object, String key, JsonElement value) {
    JsonObject changed = object.deepCopy();
    changed.add(key, value);
    return changed;
  }

  private static List<StateResource> changed(
      List<StateResource> resources, int at, JsonObject inputs) {
    JsonObject before = resources.get(at).inputs();
    List<StateResource> changed = resources;
    for (String key : inputs.keySet()) {
      if (!inputs.get(key).equals(before.get(key))) {
        changed = PropertyMutants.changed(changed, at, key, inputs.get(key));
      }
    }
    return changed;
  }

  private static boolean isPlanned(Plan plan, List<StateResource> resources) {
    try {
      return StateReader.read(plan, resources).equals(plan);
    } catch (UnreadableFileException refused) {
      return false;
    }
  }
}
