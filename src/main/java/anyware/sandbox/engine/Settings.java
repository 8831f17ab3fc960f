package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a provider's configuration as the protocol carries it. */
final class Settings {
  private Settings() {}

  /**
   * Keeps the settings that a cloud declares, with nested ones taken out of their JSON text. All
   * others, credentials among them, are left behind here.
   *
   * @param cloud the cloud
   * @param sent the configuration
   * @return the declared settings, with defaults
   */
  static Props declared(Cloud cloud, Props sent) {
    Map<String, Object> kept = new TreeMap<>();
    for (Property field : cloud.settings().fields()) {
      Optional.ofNullable(sent.values().get(field.name()))
          .map(value -> decoded(field.shape(), value))
          .ifPresent(value -> kept.put(field.name(), value));
    }
    return Filling.defaults(cloud.settings(), Props.of(kept));
  }

  private static Object decoded(Shape shape, Object value) {
    return shape.kind() != Shape.Kind.TEXT && value instanceof String text
        ? Json.read(text).orElse(value)
        : value;
  }
}
