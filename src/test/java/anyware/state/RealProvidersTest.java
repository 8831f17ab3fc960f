package anyware.state;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.StackPlan;
import anyware.json.UnreadableFileException;
import anyware.plan.SitePlan;
import anyware.platform.PlannedSite;
import anyware.testing.Fixtures;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real providers write into a state beside the properties changes no plan that is read. */
class RealProvidersTest {
  private static final List<String> LISTS =
      List.of(
          "sourceTags",
          "sourceServiceAccounts",
          "denies",
          "sourceAddressPrefixes",
          "destinationPortRanges",
          "prefixListIds");
  private static final List<String> OPTIONALS =
      List.of("targetServiceAccounts", "sourceApplicationSecurityGroups", "cidrIpv6", "disabled");
  private static final List<String> TEXTS = List.of("sourceAddressPrefix", "ipAddress", "etag");

  private static JsonElement export(String cloud) throws IOException {
    return JsonParser.parseString(
        Files.readString(Path.of("src/test/resources/state/" + cloud + "-export.json")));
  }

  private static List<SitePlan> plans(String export) throws UnreadableFileException {
    StackPlan plan =
        StackPlan.of(
            "test", Optional.ofNullable(Fixtures.optionSets().get("minimal")).orElseThrow());
    StackState state = StackState.ofExport(export);
    List<SitePlan> plans = new ArrayList<>();
    for (PlannedSite<?> site : plan.sites()) {
      List<StateResource> resources = state.ofSite(site.key());
      if (!resources.isEmpty()) {
        plans.add(read(site, resources));
      }
    }
    return plans;
  }

  private static <P extends SitePlan> P read(PlannedSite<P> site, List<StateResource> resources)
      throws UnreadableFileException {
    return site.cloud().readState(site.plan(), resources);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "azure", "gcp"})
  void theirNotesAndEmptyOptionalsChangeNothing(String cloud)
      throws IOException, UnreadableFileException {
    JsonElement noted = export(cloud);
    for (JsonElement resource : resources(noted)) {
      JsonObject fields = resource.getAsJsonObject();
      if (fields.get("inputs") instanceof JsonObject inputs) {
        addDefaults(inputs);
      }
      if (fields.get("outputs") instanceof JsonObject outputs && outputs.size() > 0) {
        addEmpty(outputs);
        outputs.addProperty("__meta", "{\"schema_version\":\"1\"}");
        outputs.add("id", fields.get("id"));
      }
    }

    assertThat(plans(noted.toString())).isNotEmpty().isEqualTo(plans(export(cloud).toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "azure", "gcp"})
  void neitherDoTheirNotesWhereOnlyInputsAreKnown(String cloud)
      throws IOException, UnreadableFileException {
    JsonElement noted = export(cloud);
    JsonElement plain = export(cloud);
    resources(noted).forEach(resource -> resource.getAsJsonObject().remove("outputs"));
    resources(plain).forEach(resource -> resource.getAsJsonObject().remove("outputs"));
    resources(noted)
        .forEach(
            resource -> {
              if (resource.getAsJsonObject().get("inputs") instanceof JsonObject inputs) {
                addDefaults(inputs);
              }
            });

    assertThat(plans(noted.toString())).isNotEmpty().isEqualTo(plans(plain.toString()));
  }

  private static JsonArray resources(JsonElement export) {
    return export.getAsJsonObject().getAsJsonObject("deployment").getAsJsonArray("resources");
  }

  private static void addDefaults(JsonElement element) {
    if (element instanceof JsonArray list) {
      list.forEach(RealProvidersTest::addDefaults);
    } else if (element instanceof JsonObject structure) {
      structure.asMap().values().forEach(RealProvidersTest::addDefaults);
      structure.add("__defaults", new JsonArray());
    }
  }

  private static void addEmpty(JsonElement element) {
    if (element instanceof JsonArray list) {
      list.forEach(RealProvidersTest::addEmpty);
    } else if (element instanceof JsonObject structure) {
      structure.asMap().values().forEach(RealProvidersTest::addEmpty);
      // Labels and tags are what the user wrote.
      if (!structure.asMap().values().stream().allMatch(JsonPrimitive.class::isInstance)) {
        LISTS.forEach(key -> addWhereMissing(structure, key, new JsonArray()));
        OPTIONALS.forEach(key -> addWhereMissing(structure, key, JsonNull.INSTANCE));
        TEXTS.forEach(key -> addWhereMissing(structure, key, new JsonPrimitive("")));
      }
    }
  }

  private static void addWhereMissing(JsonObject structure, String key, JsonElement value) {
    if (!structure.has(key)) {
      structure.add(key, value);
    }
  }
}
