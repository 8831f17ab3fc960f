package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.ProviderFunction;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cloud's specification in the form in which Pulumi programs without an SDK, such as YAML ones,
 * ask a provider for it:
 * https://www.pulumi.com/docs/iac/packages-and-automation/pulumi-packages/schema/.
 */
final class Schema {
  private static final Map<String, Object> ANYTHING = Map.of("$ref", "pulumi.json#/Any");

  private final Map<String, Object> types = new TreeMap<>();

  private Schema() {}

  /**
   * Writes a cloud's schema.
   *
   * @param cloud the cloud
   * @param version the version of the SDK's provider
   * @return JSON
   */
  static String of(Cloud cloud, String version) {
    return new Schema().write(cloud, version);
  }

  private String write(Cloud cloud, String version) {
    Map<String, Object> resources = new TreeMap<>();
    cloud.types().forEach((token, type) -> resources.put(token, resource(type)));
    Map<String, Object> functions = new TreeMap<>();
    cloud.functions().forEach((token, invocation) -> functions.put(token, function(invocation)));
    Map<String, Object> settings = object(cloud.name() + ":index:Provider", cloud.settings());
    return Json.write(
        Map.of(
            "name",
            cloud.name(),
            "version",
            version,
            "provider",
            Map.of(
                "inputProperties", settings.get("properties"),
                "requiredInputs", settings.get("required")),
            "resources",
            resources,
            "functions",
            functions,
            "types",
            types));
  }

  private Map<String, Object> resource(ResourceType type) {
    Map<String, Object> inputs = object(type.token(), type.body());
    Map<String, Object> outputs = new TreeMap<>(properties(type.token(), type.body().fields()));
    // Every resource has its id and URN of its own.
    outputs.keySet().removeAll(List.of("id", "urn"));
    return Map.of(
        "inputProperties", inputs.get("properties"),
        "requiredInputs", inputs.get("required"),
        "properties", outputs);
  }

  private Map<String, Object> function(ProviderFunction invocation) {
    return Map.of(
        "inputs",
        object(invocation.token(), invocation.arguments()),
        "outputs",
        object(invocation.token() + "Result", invocation.results()));
  }

  /** What a program may and must say in an object. */
  private Map<String, Object> object(String token, Shape shape) {
    List<Property> inputs = new ArrayList<>(shape.fields());
    inputs.removeIf(property -> property.use() == Property.Use.OUTPUT);
    List<String> required =
        inputs.stream()
            .filter(property -> property.use() == Property.Use.REQUIRED)
            .map(Property::name)
            .toList();
    return Map.of("type", "object", "properties", properties(token, inputs), "required", required);
  }

  private Map<String, Object> properties(String token, List<Property> fields) {
    Map<String, Object> properties = new TreeMap<>();
    fields.forEach(
        field -> properties.put(field.name(), value(token, field.name(), field.shape())));
    return properties;
  }

  private Map<String, Object> value(String token, String name, Shape shape) {
    return switch (shape.kind()) {
      case TEXT -> Map.of("type", "string");
      case WHOLE -> Map.of("type", "integer");
      case DECIMAL -> Map.of("type", "number");
      case FLAG -> Map.of("type", "boolean");
      case LIST, SET -> Map.of("type", "array", "items", item(token, name, shape));
      case MAP -> Map.of("type", "object", "additionalProperties", item(token, name, shape));
      case OBJECT -> nested(token + capitalised(name), shape);
      case ANYTHING -> ANYTHING;
    };
  }

  private Map<String, Object> item(String token, String name, Shape shape) {
    return shape.item().map(item -> value(token, name, item)).orElse(ANYTHING);
  }

  private Map<String, Object> nested(String token, Shape shape) {
    types.put(token, object(token, shape));
    return Map.of("$ref", "#/types/" + token);
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
