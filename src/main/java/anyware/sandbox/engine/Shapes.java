package anyware.sandbox.engine;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;
import java.util.Map;
import java.util.TreeMap;

/** Finds the shapes of what is inside a value. */
final class Shapes {
  private Shapes() {}

  /**
   * The shape of an object's property or a map's entry.
   *
   * @param shape the object's or map's
   * @param name the property or key
   * @return its shape; anything where none is known
   */
  static Shape member(Shape shape, String name) {
    return shape.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(Property::shape)
        .findFirst()
        .orElseGet(() -> item(shape));
  }

  /**
   * The shape of a list's items or a map's entries.
   *
   * @param shape the list's or map's
   * @return their shape; anything where none is known
   */
  static Shape item(Shape shape) {
    return shape.item().orElseGet(Shape::anything);
  }

  /**
   * What a program could have said of a value.
   *
   * @param shape its shape
   * @param value the value
   * @return it, without what only the cloud sets
   */
  static Object inputs(Shape shape, Object value) {
    if (shape.kind() == Shape.Kind.OBJECT && value instanceof Map<?, ?>) {
      Map<String, Object> kept = new TreeMap<>(Values.asMap(value));
      shape.fields().stream()
          .filter(field -> field.use() == Property.Use.OUTPUT)
          .forEach(field -> kept.remove(field.name()));
      return kept;
    }
    return value;
  }
}
