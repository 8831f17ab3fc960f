package anyware.sandbox.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The plain values of the offline cloud: String, Boolean, Double, List, Map with text keys, and
 * {@link Unknown}. Never null, never changed.
 */
public final class Values {
  private Values() {}

  /**
   * Brings a value into the plain form: numbers become doubles, maps are sorted by key and lose
   * their null entries, collections are copied.
   *
   * @param value a value
   * @return its plain form
   * @throws IllegalArgumentException when there is none
   */
  public static Object of(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new TreeMap<>();
      map.forEach(
          (key, item) -> {
            if (item != null) {
              plain.put(String.valueOf(key), of(item));
            }
          });
      return Collections.unmodifiableMap(plain);
    }
    if (value instanceof Collection<?> items) {
      List<Object> plain = new ArrayList<>(items.size());
      items.forEach(item -> plain.add(of(item)));
      return Collections.unmodifiableList(plain);
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String || value instanceof Boolean || value instanceof Unknown) {
      return value;
    }
    if (value instanceof Props props) {
      return props.values();
    }
    throw new IllegalArgumentException("no plain value: " + value.getClass());
  }

  /**
   * Brings a map into the plain form.
   *
   * @param map the map
   * @return its plain form
   */
  public static Map<String, Object> ofMap(Map<?, ?> map) {
    return asMap(of(map));
  }

  /**
   * Reads a plain value as a map.
   *
   * @param value a plain value
   * @return the map; empty when the value is none
   */
  @SuppressWarnings("unchecked") // Plain maps have text keys by construction.
  public static Map<String, Object> asMap(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /**
   * Reads a plain value as a list.
   *
   * @param value a plain value
   * @return the list; empty when the value is none
   */
  @SuppressWarnings("unchecked") // Plain lists hold plain values by construction.
  public static List<Object> asList(Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /**
   * Counts the items of a list or map.
   *
   * @param value a plain value
   * @return the number of items, 0 for anything else
   */
  public static int size(Object value) {
    return asList(value).size() + asMap(value).size();
  }

  /**
   * Tells whether a value is unknown or has an unknown part.
   *
   * @param value a plain value
   * @return whether anything in it is unknown
   */
  public static boolean hasUnknown(Object value) {
    return value instanceof Unknown
        || asList(value).stream().anyMatch(Values::hasUnknown)
        || asMap(value).values().stream().anyMatch(Values::hasUnknown);
  }

  /**
   * Writes a value for a message: whole numbers without a fraction, texts as they are.
   *
   * @param value a plain value
   * @return the text
   */
  public static String show(Object value) {
    if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
      return Long.toString(d.longValue());
    }
    if (value instanceof List<?>) {
      return asList(value).stream().map(Values::show).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Unknown) {
      return "(unknown)";
    }
    return String.valueOf(value);
  }
}
