package anyware.sandbox.engine;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Unknown;
import anyware.sandbox.spec.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Terraform's SDK takes for a change, of which Pulumi's bridged providers are made: it holds
 * the program's inputs against what the state shows, not against the former inputs. What is left
 * out stands for the empty value of its kind, unless the cloud fills it in as well (optional and
 * computed): then it is no change. A type may suppress differences of spelling
 * (https://github.com/hashicorp/terraform-plugin-sdk/blob/main/helper/schema/schema.go).
 *
 * @param property the top-level property at hand
 * @param found the changes so far
 */
record TerraformDiff(String property, List<PropertyChange> found) {
  /**
   * Compares.
   *
   * @param shape the resource's shape
   * @param shown what the state shows
   * @param now the program's inputs
   * @return the changes, sorted by property
   */
  static List<PropertyChange> between(
      Shape shape, Map<String, Object> shown, Map<String, Object> now) {
    List<PropertyChange> found = new ArrayList<>();
    shape.fields().stream()
        .filter(field -> field.use() != Property.Use.OUTPUT)
        .sorted(Comparator.comparing(Property::name))
        .forEach(
            field ->
                new TerraformDiff(field.name(), found)
                    .field(
                        field,
                        field.name(),
                        shown.get(field.name()),
                        now.get(field.name()),
                        false));
    return found;
  }

  private void field(
      Property field, String path, @Nullable Object shown, @Nullable Object now, boolean replaces) {
    if (now != null || !isComputedToo(field)) {
      boolean replacing =
          replaces || field.replacing().test(shown == null ? "" : shown, now == null ? "" : now);
      value(field.shape(), path, shown, now, replacing);
    }
  }

  private static boolean isComputedToo(Property field) {
    return field.keeps() || (field.computation().isPresent() && !field.alwaysComputed());
  }

  private void value(
      Shape shape, String path, @Nullable Object shown, @Nullable Object now, boolean replaces) {
    if (now instanceof Unknown) {
      change(path, shown, now, replaces);
    } else if (!shape.alike().test(shown == null ? "" : shown, now == null ? "" : now)) {
      switch (shape.kind()) {
        case OBJECT -> object(shape, path, shown, now, replaces);
        case MAP -> map(path, shown, now, replaces);
        case LIST -> list(shape, path, shown, now, replaces);
        case SET -> {
          if (!isSameSet(shape, Values.asList(orEmpty(shown)), Values.asList(orEmpty(now)))) {
            change(path, shown, now, replaces);
          }
        }
        default -> {
          if (!filled(shape, shown).equals(filled(shape, now))) {
            change(path, shown, now, replaces);
          }
        }
      }
    }
  }

  private void object(
      Shape shape, String path, @Nullable Object shown, @Nullable Object now, boolean replaces) {
    if (shown == null || now == null) {
      if (shown != null || now != null) {
        change(path, shown, now, replaces);
      }
      return;
    }
    Map<String, Object> before = Values.asMap(shown);
    Map<String, Object> after = Values.asMap(now);
    for (Property field : shape.fields()) {
      if (field.use() != Property.Use.OUTPUT) {
        String name = field.name();
        field(field, PropertyPaths.key(path, name), before.get(name), after.get(name), replaces);
      }
    }
  }

  private void map(String path, @Nullable Object shown, @Nullable Object now, boolean replaces) {
    Map<String, Object> before = Values.asMap(orEmpty(shown));
    Map<String, Object> after = Values.asMap(orEmpty(now));
    if (before.isEmpty() != after.isEmpty()) {
      change(path, shown, now, replaces);
      return;
    }
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      value(
          Shape.anything(),
          PropertyPaths.key(path, key),
          before.get(key),
          after.get(key),
          replaces);
    }
  }

  private void list(
      Shape shape, String path, @Nullable Object shown, @Nullable Object now, boolean replaces) {
    List<Object> before = Values.asList(orEmpty(shown));
    List<Object> after = Values.asList(orEmpty(now));
    if (before.isEmpty() != after.isEmpty()) {
      change(path, shown, now, replaces);
      return;
    }
    Shape item = shape.item().orElseGet(Shape::anything);
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      value(
          item,
          PropertyPaths.index(path, i),
          i < before.size() ? before.get(i) : null,
          i < after.size() ? after.get(i) : null,
          replaces);
    }
  }

  /** Whether each has one on the other side that is alike. */
  private boolean isSameSet(Shape shape, List<Object> shown, List<Object> now) {
    Shape item = shape.item().orElseGet(Shape::anything);
    if (new HashSet<>(shown).equals(new HashSet<>(now))) {
      return true;
    }
    return shown.stream().allMatch(one -> now.stream().anyMatch(other -> isAlike(item, one, other)))
        && now.stream()
            .allMatch(other -> shown.stream().anyMatch(one -> isAlike(item, one, other)));
  }

  private boolean isAlike(Shape item, Object shown, Object now) {
    List<PropertyChange> changes = new ArrayList<>();
    new TerraformDiff(property, changes).value(item, property, shown, now, false);
    return changes.isEmpty();
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? "" : value;
  }

  private static Object filled(Shape shape, @Nullable Object value) {
    return value == null ? empty(shape) : value;
  }

  private static Object empty(Shape shape) {
    return switch (shape.kind()) {
      case WHOLE, DECIMAL -> 0.0;
      case FLAG -> false;
      default -> "";
    };
  }

  private void change(String path, @Nullable Object shown, @Nullable Object now, boolean replaces) {
    PropertyChange.Operation kind =
        isNone(shown)
            ? PropertyChange.Operation.ADD
            : isNone(now) ? PropertyChange.Operation.DELETE : PropertyChange.Operation.UPDATE;
    found.add(new PropertyChange(property, path, kind, replaces));
  }

  private static boolean isNone(@Nullable Object value) {
    return value == null
        || value.equals("")
        || (Values.size(value) == 0 && (value instanceof List<?> || value instanceof Map<?, ?>));
  }
}
