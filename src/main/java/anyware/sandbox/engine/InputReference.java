package anyware.sandbox.engine;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A name of another object, found in a resource's inputs.
 *
 * @param path where it stands
 * @param name the name
 * @param reference what it must name
 */
record InputReference(String path, String name, Reference reference) {
  /**
   * Finds all names.
   *
   * @param shape the inputs' shape
   * @param inputs the inputs
   * @return the names
   */
  static List<InputReference> in(Shape shape, Map<String, Object> inputs) {
    List<InputReference> found = new ArrayList<>();
    collect(shape, "", inputs, found);
    Props whole = new Props(inputs);
    return found.stream().map(named -> named.spelled(whole)).toList();
  }

  private InputReference spelled(Props inputs) {
    return new InputReference(path, reference.spelling().apply(name, inputs), reference);
  }

  private static void collect(Shape shape, String path, Object value, List<InputReference> found) {
    if (value instanceof String name) {
      shape
          .reference()
          .ifPresent(reference -> found.add(new InputReference(path, name, reference)));
    }
    for (Property field : shape.fields()) {
      Object item = Values.asMap(value).get(field.name());
      if (item != null) {
        collect(field.shape(), PropertyPaths.property(path, field.name()), item, found);
      }
    }
    shape
        .item()
        .ifPresent(
            items -> {
              List<Object> list = Values.asList(value);
              for (int i = 0; i < list.size(); i++) {
                collect(items, PropertyPaths.index(path, i), list.get(i), found);
              }
              Values.asMap(value)
                  .forEach(
                      (key, item) -> collect(items, PropertyPaths.key(path, key), item, found));
            });
  }
}
