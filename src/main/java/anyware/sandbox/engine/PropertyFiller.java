package anyware.sandbox.engine;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.StoredResource;
import anyware.sandbox.spec.Unknown;
import anyware.sandbox.spec.UnknownValueException;
import anyware.sandbox.spec.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Fills in what a program left out: defaults at check, computed properties afterwards. */
final class PropertyFiller {
  private PropertyFiller() {}

  /**
   * Puts defaults in.
   *
   * @param shape the inputs' shape
   * @param inputs the inputs
   * @return them, filled
   */
  static Props defaults(Shape shape, Props inputs) {
    return fill(
        shape,
        inputs,
        (field, around) -> around.values().getOrDefault(field.name(), absent(field)));
  }

  /**
   * Works out the outputs.
   *
   * @param shape the resource's shape
   * @param context the request
   * @param toBeMade whether this previews a create, where all that the cloud decides is unknown
   * @return the outputs
   */
  static Props outputs(Shape shape, RequestContext context, boolean toBeMade) {
    return fill(
        shape, kept(shape, context), (field, around) -> output(field, around, context, toBeMade));
  }

  /** The inputs, and what an object keeps that is there. */
  private static Props kept(Shape shape, RequestContext context) {
    Map<String, Object> all = new TreeMap<>(context.inputs().values());
    Map<String, Object> had =
        context.old().map(StoredResource::outputs).orElse(Props.NONE).values();
    for (Property field : shape.fields()) {
      @Nullable Object value = had.get(field.name());
      if (field.keeps() && value != null) {
        all.putIfAbsent(field.name(), value);
      }
    }
    return new Props(all);
  }

  private static @Nullable Object absent(Property field) {
    return field.defaultValue().orElse(null);
  }

  private static @Nullable Object output(
      Property field, Props around, RequestContext context, boolean toBeMade) {
    @Nullable Object given = around.values().get(field.name());
    @Nullable Computation computation = field.computation().orElse(null);
    if (computation == null || (given != null && !field.alwaysComputed())) {
      return given;
    }
    if (toBeMade) {
      return given == null ? Unknown.VALUE : given;
    }
    try {
      return computation.value(context, around);
    } catch (UnknownValueException unknown) {
      return Unknown.VALUE;
    }
  }

  private static Props fill(
      Shape shape, Props values, BiFunction<Property, Props, @Nullable Object> filling) {
    Map<String, Object> filled = new TreeMap<>(values.values());
    for (Property field : shape.fields()) {
      @Nullable Object value = filling.apply(field, values);
      if (value == null) {
        filled.remove(field.name());
      } else {
        filled.put(field.name(), inside(field.shape(), Values.of(value), filling));
      }
    }
    return Props.of(filled);
  }

  private static Object inside(
      Shape shape, Object value, BiFunction<Property, Props, @Nullable Object> filling) {
    if (shape.kind() == Shape.Kind.OBJECT && value instanceof Map<?, ?>) {
      return fill(shape, new Props(Values.asMap(value)), filling).values();
    }
    if (shape.item().isPresent() && value instanceof List<?>) {
      List<Object> items = Values.asList(value);
      return items.stream().map(item -> inside(shape.item().get(), item, filling)).toList();
    }
    return value;
  }
}
