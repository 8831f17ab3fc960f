package anyware.sandbox.engine;

import anyware.sandbox.spec.Limit;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Unknown;
import anyware.sandbox.spec.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds values against their shape, and collects every reason to refuse them. */
final class ShapeValidator {
  private final Step step;
  private final List<Refusal> found = new ArrayList<>();

  private ShapeValidator(Step step) {
    this.step = step;
  }

  /**
   * Inspects the properties of a resource, an invoke or a configuration. Kinds, unknown and missing
   * properties are matters of {@link Step#CHECK}; limits come at their own step.
   *
   * @param shape an object's shape
   * @param inputs the properties
   * @param step the step
   * @return the reasons to refuse
   */
  static List<Refusal> inspect(Shape shape, Map<String, Object> inputs, Step step) {
    ShapeValidator inspector = new ShapeValidator(step);
    inspector.value(shape, "", inputs);
    return inspector.found;
  }

  private void value(Shape shape, String path, Object value) {
    if (value instanceof Unknown) {
      return;
    }
    if (!fits(shape.kind(), value)) {
      if (step == Step.CHECK) {
        found.add(
            new Refusal(
                path,
                "expected "
                    + path
                    + " to be "
                    + called(shape.kind())
                    + ", got "
                    + Values.show(value)));
      }
      return;
    }
    for (Limit limit : shape.limits()) {
      if (limit.step() == step && !limit.holds().test(value)) {
        String message =
            limit.message().replace("{property}", path).replace("{value}", Values.show(value));
        found.add(new Refusal(path, message));
      }
    }
    if (shape.kind() == Shape.Kind.OBJECT) {
      fields(shape, path, Values.asMap(value));
    }
    shape.item().ifPresent(item -> items(item, path, value));
  }

  private void items(Shape item, String path, Object value) {
    List<Object> list = Values.asList(value);
    for (int i = 0; i < list.size(); i++) {
      value(item, PropertyPaths.index(path, i), list.get(i));
    }
    Values.asMap(value).forEach((key, entry) -> value(item, PropertyPaths.key(path, key), entry));
  }

  private void fields(Shape shape, String path, Map<String, Object> values) {
    Map<String, Property> known =
        shape.fields().stream()
            .filter(field -> field.use() != Property.Use.OUTPUT)
            .collect(Collectors.toMap(Property::name, field -> field));
    for (Property field : known.values()) {
      Object value = values.get(field.name());
      String at = PropertyPaths.property(path, field.name());
      if (value != null) {
        value(field.shape(), at, value);
      } else if (step == Step.CHECK && field.use() == Property.Use.REQUIRED) {
        found.add(new Refusal(at, "missing required property '" + at + "'"));
      }
    }
    if (step == Step.CHECK) {
      for (String name : values.keySet()) {
        if (!known.containsKey(name)) {
          String at = PropertyPaths.property(path, name);
          found.add(new Refusal(at, "unknown property '" + at + "'"));
        }
      }
    }
  }

  private static boolean fits(Shape.Kind kind, Object value) {
    return switch (kind) {
      case TEXT -> value instanceof String;
      case WHOLE -> value instanceof Double d && d == Math.rint(d);
      case DECIMAL -> value instanceof Double;
      case FLAG -> value instanceof Boolean;
      case LIST, SET -> value instanceof List<?>;
      case MAP, OBJECT -> value instanceof Map<?, ?>;
      case ANYTHING -> true;
    };
  }

  private static String called(Shape.Kind kind) {
    return switch (kind) {
      case TEXT -> "a string";
      case WHOLE -> "a whole number";
      case DECIMAL -> "a number";
      case FLAG -> "true or false";
      case LIST, SET -> "a list";
      case MAP -> "a map";
      case OBJECT -> "an object";
      case ANYTHING -> "anything";
    };
  }
}
