package anyware.sandbox.engine;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of a resource's inputs.
 *
 * @param property the top-level property in which it lies
 * @param path where it lies
 * @param kind what happens there
 * @param replaces whether it replaces the resource
 */
record PropertyChange(String property, String path, Operation kind, boolean replaces) {
  /** The same change, which replaces the resource. */
  PropertyChange asReplacing() {
    return new PropertyChange(property, path, kind, true);
  }

  /** What happens to a value. */
  enum Operation {
    /** It was not there. */
    ADD,
    /** It goes away. */
    DELETE,
    /** It becomes another. */
    UPDATE
  }

  /**
   * Compares two versions.
   *
   * @param shape the inputs' shape
   * @param old the former inputs
   * @param has what the object shows, for properties that it keeps
   * @param now the new inputs
   * @return the differences, sorted by property
   */
  static List<PropertyChange> between(
      Shape shape, Map<String, Object> old, Map<String, Object> has, Map<String, Object> now) {
    List<PropertyChange> found = new ArrayList<>();
    for (String name : union(old.keySet(), now.keySet())) {
      Property field = field(shape, name);
      if (!field.keeps()) {
        new Comparison(name, found).values(field, name, old.get(name), now.get(name));
      } else if (now.containsKey(name)) {
        @Nullable Object before = old.getOrDefault(name, has.get(name));
        new Comparison(name, found).values(field, name, before, now.get(name));
      }
    }
    return found;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Property field(Shape shape, String name) {
    return shape.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseGet(() -> Property.optional(name, Shape.anything()));
  }

  private record Comparison(String property, List<PropertyChange> found) {
    void values(Property field, String path, @Nullable Object old, @Nullable Object now) {
      values(field.shape(), path, old, now, replaces(field, old, now));
    }

    private void values(
        Shape shape, String path, @Nullable Object old, @Nullable Object now, boolean replaces) {
      if (now == null) {
        if (old != null) {
          add(path, Operation.DELETE, replaces);
        }
      } else if (old == null) {
        add(path, Operation.ADD, replaces);
      } else if (!same(shape, old, now)) {
        inside(shape, path, old, now, replaces);
      }
    }

    private static boolean replaces(Property field, @Nullable Object old, @Nullable Object now) {
      return field.replacing().test(old == null ? "" : old, now == null ? "" : now);
    }

    private void inside(Shape shape, String path, Object old, Object now, boolean replaces) {
      if (old instanceof Map<?, ?> && now instanceof Map<?, ?>) {
        Map<String, Object> before = Values.asMap(old);
        Map<String, Object> after = Values.asMap(now);
        for (String name : union(before.keySet(), after.keySet())) {
          Property inner =
              shape.item().isPresent()
                  ? Property.optional(name, shape.item().get())
                  : field(shape, name);
          values(
              inner.shape(),
              PropertyPaths.key(path, name),
              before.get(name),
              after.get(name),
              replaces || replaces(inner, before.get(name), after.get(name)));
        }
      } else if (shape.kind() == Shape.Kind.LIST
          && old instanceof List<?> before
          && now instanceof List<?> after) {
        Shape item = shape.item().orElseGet(Shape::anything);
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
          values(item, PropertyPaths.index(path, i), at(old, i), at(now, i), replaces);
        }
      } else {
        add(path, Operation.UPDATE, replaces);
      }
    }

    private static @Nullable Object at(Object list, int index) {
      List<Object> items = Values.asList(list);
      return index < items.size() ? items.get(index) : null;
    }

    private static boolean same(Shape shape, Object old, Object now) {
      return shape.kind() == Shape.Kind.SET
          ? sorted(old).equals(sorted(now)) && !Values.hasUnknown(now)
          : old.equals(now);
    }

    private static List<String> sorted(Object set) {
      return Values.asList(set).stream().map(Values::show).sorted().toList();
    }

    private void add(String path, Operation kind, boolean replaces) {
      found.add(new PropertyChange(property, path, kind, replaces));
    }
  }
}
