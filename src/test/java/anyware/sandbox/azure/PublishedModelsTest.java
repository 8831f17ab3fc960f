package anyware.sandbox.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.vendor.AzureModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The offline Azure's types are the published ones: names, kinds, enumerations. */
final class PublishedModelsTest {
  private static final AzureModels PUBLISHED = AzureModels.published();

  /** Deeper the models go on in circles: a subnet's interfaces have subnets. */
  private static final int DEEPEST = 4;

  static Set<String> types() {
    return PUBLISHED.requests().keySet();
  }

  @Test
  void everyTypeIsPublished() {
    assertThat(Azure.cloud().types().keySet()).isEqualTo(types());
  }

  @ParameterizedTest
  @MethodSource("types")
  void propertiesAreAsPublished(String token) {
    AzureModels.Request request = Objects.requireNonNull(PUBLISHED.requests().get(token));
    ResourceType type = Objects.requireNonNull(Azure.cloud().types().get(token));
    List<String> differences = new ArrayList<>();
    List<Property> body =
        type.body().fields().stream()
            .filter(property -> !request.url().contains("{" + property.name() + "}"))
            .toList();
    compare(request.model(), body, "", 0, differences);
    // Of a record's version and of a map's bare keys the provider's inputs differ.
    differences.removeAll(
        List.of(
            "etag: published, and unknown here",
            "identity.userAssignedIdentities: LIST here, published"
                + " {Components1Jq1T4ISchemasManagedserviceidentityPropertiesUserassignedidentitiesAdditionalproperties}"));
    // Interfaces stand in for machines, with what a role gives them.
    assertThat(differences)
        .filteredOn(
            difference ->
                !token.endsWith(":NetworkInterface")
                    || !(difference.endsWith(": published, and unknown here")
                        || difference.contains(": refuses the published ")))
        .isEmpty();
  }

  private static void compare(
      String model, List<Property> properties, String path, int depth, List<String> differences) {
    for (Property property : properties) {
      Optional<AzureModels.Field> field = PUBLISHED.named(model, property.name());
      if (field.isEmpty()) {
        differences.add(path + property.name() + ": not published");
      } else if (!field.get().readonly()) {
        compare(field.get().kind(), property.shape(), path + property.name(), depth, differences);
      }
    }
    PUBLISHED.fields(model).stream()
        .filter(field -> !field.readonly())
        .map(AzureModels.Field::name)
        .filter(name -> properties.stream().noneMatch(property -> property.name().equals(name)))
        .forEach(name -> differences.add(path + name + ": published, and unknown here"));
  }

  private static void compare(
      String kind, Shape shape, String path, int depth, List<String> differences) {
    if (shape.kind() == Shape.Kind.ANYTHING || depth > DEEPEST) {
      return;
    }
    String inner = kind.substring(1, Math.max(1, kind.length() - 1));
    if (!shape.kind().equals(published(kind))) {
      differences.add(path + ": " + shape.kind() + " here, published " + kind);
    } else if (kind.startsWith("[") || kind.startsWith("{")) {
      shape.item().ifPresent(item -> compare(inner, item, path + "[]", depth, differences));
    } else if (PUBLISHED.models().containsKey(kind)) {
      compare(kind, shape.fields(), path + ".", depth + 1, differences);
    } else if (PUBLISHED.enums().containsKey(kind)) {
      values(kind, shape, path, differences);
    }
  }

  private static Shape.Kind published(String kind) {
    return switch (kind) {
      case "int" -> Shape.Kind.WHOLE;
      case "bool" -> Shape.Kind.FLAG;
      case "float" -> Shape.Kind.DECIMAL;
      default ->
          kind.startsWith("[")
              ? Shape.Kind.LIST
              : kind.startsWith("{")
                  ? Shape.Kind.MAP
                  : PUBLISHED.models().containsKey(kind) ? Shape.Kind.OBJECT : Shape.Kind.TEXT;
    };
  }

  private static void values(String kind, Shape shape, String path, List<String> differences) {
    for (String value : Objects.requireNonNull(PUBLISHED.enums().get(kind))) {
      if (!holds(shape, value)) {
        differences.add(path + ": refuses the published " + value);
      }
    }
    if (holds(shape, "none such")) {
      differences.add(path + ": takes what is not in " + kind);
    }
  }

  private static boolean holds(Shape shape, String value) {
    return shape.limits().stream().allMatch(limit -> limit.holds().test(value));
  }

  @Test
  void aTypeThatDiffersIsSeen() {
    List<String> differences = new ArrayList<>();
    List<Property> probe =
        List.of(
            Property.optional("protocol", Shape.text()),
            Property.optional("port", Shape.text()),
            Property.optional("path", Shape.text()));
    compare("Probe", probe, "", 0, differences);
    assertThat(differences)
        .contains(
            "protocol: takes what is not in ProbeProtocol",
            "port: TEXT here, published int",
            "path: not published",
            "requestPath: published, and unknown here");
  }
}
