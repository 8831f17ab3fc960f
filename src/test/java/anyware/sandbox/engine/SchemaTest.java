package anyware.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.aws.Aws;
import anyware.sandbox.azure.Azure;
import anyware.sandbox.gcp.Gcp;
import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.ResourceType;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a program without an SDK is told about a cloud. */
final class SchemaTest {
  private static JsonObject schema(Cloud cloud) {
    return JsonParser.parseString(Schema.of(cloud, "1.2.3")).getAsJsonObject();
  }

  private static JsonObject at(JsonObject root, String... path) {
    JsonObject at = root;
    for (String name : path) {
      at = at.getAsJsonObject(name);
    }
    return at;
  }

  @Test
  void saysWhatAProgramMayAndMustSet() {
    JsonObject toy = schema(Toy.cloud());
    assertThat(toy.get("name").getAsString()).isEqualTo("toy");
    assertThat(toy.get("version").getAsString()).isEqualTo("1.2.3");
    assertThat(at(toy, "provider").get("requiredInputs")).hasToString("[\"region\"]");
    JsonObject inputs = at(toy, "resources", Toy.BOX, "inputProperties");
    assertThat(inputs.keySet()).contains("boxName", "doors", "size").doesNotContain("address");
    assertThat(at(inputs, "marks", "additionalProperties").get("type").getAsString())
        .isEqualTo("string");
    assertThat(at(toy, "resources", Toy.BOX, "properties").keySet()).contains("address");
    assertThat(at(toy, "functions", "toy:index:echo", "outputs", "properties").keySet())
        .containsExactly("word");
  }

  @Test
  void nestedObjectsAreTypesOfTheirOwn() {
    JsonObject toy = schema(Toy.cloud());
    String door =
        at(toy, "resources", Toy.BOX, "inputProperties", "doors", "items")
            .get("$ref")
            .getAsString();
    JsonObject type = at(toy, "types", door.replace("#/types/", ""));
    assertThat(at(type, "properties").keySet()).containsExactly("name", "width");
    assertThat(type.get("required")).hasToString("[\"name\"]");
  }

  @Test
  void everyTypeOfEveryCloudIsToldAndEveryReferenceLeadsSomewhere() {
    for (Cloud cloud : List.of(Aws.cloud(), Azure.cloud(), Gcp.cloud())) {
      JsonObject schema = schema(cloud);
      List<String> tokens = cloud.types().values().stream().map(ResourceType::token).toList();
      assertThat(at(schema, "resources").keySet()).containsExactlyInAnyOrderElementsOf(tokens);
      checkReferences(schema, at(schema, "types"));
    }
  }

  private static void checkReferences(JsonElement element, JsonObject types) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(item -> checkReferences(item, types));
    } else if (element.isJsonObject()) {
      JsonElement reference = element.getAsJsonObject().get("$ref");
      if (reference != null
          && reference.isJsonPrimitive()
          && reference.getAsString().startsWith("#")) {
        assertThat(types.keySet()).contains(reference.getAsString().replace("#/types/", ""));
      }
      element.getAsJsonObject().asMap().values().forEach(item -> checkReferences(item, types));
    }
  }
}
