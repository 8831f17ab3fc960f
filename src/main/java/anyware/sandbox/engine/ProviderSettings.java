package anyware.sandbox.engine;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a provider's configuration as the protocol carries it. */
final class ProviderSettings {
  /** What the engine itself adds to every provider's configuration. */
  private static final Set<String> OF_THE_ENGINE =
      Set.of("version", "pluginDownloadURL", "pluginChecksums", "__internal", "__defaults");

  private ProviderSettings() {}

  /**
   * Lists what is wrong with a configuration.
   *
   * @param cloud the cloud
   * @param sent the configuration
   * @return the reasons to refuse it; never a value of a setting that the cloud does not declare
   */
  static List<Refusal> refusals(Cloud cloud, Props sent) {
    List<Refusal> found =
        new ArrayList<>(
            ShapeValidator.inspect(cloud.settings(), declared(cloud, sent).values(), Step.CHECK));
    List<String> known = cloud.settings().fields().stream().map(Property::name).toList();
    sent.values().keySet().stream()
        .filter(name -> !known.contains(name) && !OF_THE_ENGINE.contains(name))
        .filter(name -> !cloud.forgotten().test(name))
        .map(name -> new Refusal(name, unknown(cloud, name)))
        .forEach(found::add);
    return found;
  }

  private static String unknown(Cloud cloud, String name) {
    return "could not validate provider configuration: Invalid or unknown key. Check `pulumi config"
        + " get "
        + cloud.name()
        + ":"
        + name
        + "`.";
  }

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
    return PropertyFiller.defaults(cloud.settings(), Props.of(kept));
  }

  /**
   * Keeps the settings that say where an object lives; never a credential.
   *
   * @param cloud the cloud
   * @param settings the declared settings
   * @return those that are texts
   */
  static Props place(Cloud cloud, Props settings) {
    Map<String, Object> kept = new TreeMap<>();
    for (Property field : cloud.settings().fields()) {
      settings
          .value(field.name())
          .filter(String.class::isInstance)
          .ifPresent(value -> kept.put(field.name(), value));
    }
    return Props.of(kept);
  }

  private static Object decoded(Shape shape, Object value) {
    return shape.kind() != Shape.Kind.TEXT && value instanceof String text
        ? Json.read(text).orElse(value)
        : value;
  }
}
