package anyware.plan;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the values in a plan are made of, whatever its cloud: plans are records all the way down.
 */
final class PlanParts {
  private static final String NAME = "name";

  private PlanParts() {}

  /**
   * The parts by their names; empty where a value is one thing. What lists hold goes by its name,
   * so that one that is missing does not make all that follow differ.
   */
  static Map<String, Object> of(Object value) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (value instanceof Record structure && !hasWords(structure)) {
      components(structure).forEach(parts::put);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, held) -> parts.put(String.valueOf(key), held));
    } else if (value instanceof Collection<?> all) {
      all.forEach(element -> parts.put(unused(name(element), parts), element));
    }
    return parts;
  }

  /** Of two that have one name the second one is a part of its own. */
  private static String unused(String name, Map<String, Object> parts) {
    String unused = name;
    for (int count = 2; parts.containsKey(unused); count++) {
      unused = name + " (" + count + ")";
    }
    return unused;
  }

  /** A part; an optional one counts as what is in it. */
  static Optional<?> value(Map<String, ?> parts, String key) {
    Object value = parts.get(key);
    return value instanceof Optional<?> inner ? inner : Optional.ofNullable(value);
  }

  /** Whether two values can be compared part by part. */
  static boolean areAlike(Object one, Object other) {
    return (one instanceof Collection && other instanceof Collection)
        || (one instanceof Map && other instanceof Map)
        || one.getClass() == other.getClass();
  }

  /** A value for a person: structures by their parts, without those that are empty. */
  static String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(PlanParts::text).orElse("");
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(PlanParts::text).collect(Collectors.joining(", "));
    }
    if (value instanceof Record structure && !hasWords(structure)) {
      List<String> parts = new ArrayList<>();
      components(structure)
          .forEach(
              (key, part) -> {
                String text = text(part);
                if (!text.isEmpty()) {
                  parts.add(key + " " + text);
                }
              });
      return String.join(", ", parts);
    }
    return value.toString();
  }

  /** Values that own their grammar print themselves in it, others as their record does. */
  private static boolean hasWords(Record value) {
    return !value.toString().startsWith(value.getClass().getSimpleName() + "[");
  }

  private static String name(Object element) {
    return element instanceof Record structure && components(structure).containsKey(NAME)
        ? text(components(structure).getOrDefault(NAME, ""))
        : text(element);
  }

  private static Map<String, Object> components(Record structure) {
    return Arrays.stream(structure.getClass().getRecordComponents())
        .collect(
            Collectors.toMap(
                RecordComponent::getName,
                component -> component(structure, component),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static Object component(Record structure, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(structure);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }
}
