package anyware.sandbox.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reading view of properties. Names may be paths through nested objects, such as {@code
 * healthCheck.port}. Reading a value that is unknown in a preview throws {@link
 * UnknownValueException}, which the engine handles; only {@link #has} does not look at the value. A
 * value of the wrong kind reads as absent, since the check reports it anyway.
 *
 * @param values plain values by name
 */
public record Props(Map<String, Object> values) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_.]+)}");

  /** No properties. */
  public static final Props NONE = new Props(Map.of());

  /**
   * Views values of any origin.
   *
   * @param values the values
   * @return the view
   */
  public static Props of(Map<?, ?> values) {
    return new Props(Values.ofMap(values));
  }

  /**
   * Tells whether a property is set, be it to an unknown value.
   *
   * @param path the property
   * @return whether it is set
   */
  public boolean has(String path) {
    return raw(path) != null;
  }

  /**
   * Reads a value of any kind.
   *
   * @param path the property
   * @return its plain value
   */
  public Optional<Object> value(String path) {
    Object value = raw(path);
    if (value instanceof Unknown) {
      throw new UnknownValueException(path);
    }
    return Optional.ofNullable(value);
  }

  /**
   * Reads a text.
   *
   * @param path the property
   * @return the text
   */
  public Optional<String> text(String path) {
    return value(path).filter(String.class::isInstance).map(String.class::cast);
  }

  /**
   * Reads a text that may be missing.
   *
   * @param path the property
   * @param otherwise what to return then
   * @return the text
   */
  public String text(String path, String otherwise) {
    return text(path).orElse(otherwise);
  }

  /**
   * Reads a whole number.
   *
   * @param path the property
   * @return the number
   */
  public Optional<Long> whole(String path) {
    return value(path)
        .filter(Double.class::isInstance)
        .map(value -> (long) (double) (Double) value);
  }

  /**
   * Reads a flag.
   *
   * @param path the property
   * @return whether it is set and true
   */
  public boolean isTrue(String path) {
    return value(path).filter(Boolean.TRUE::equals).isPresent();
  }

  /**
   * Reads a list of texts.
   *
   * @param path the property
   * @return the texts; empty when absent
   */
  public List<String> texts(String path) {
    return value(path).map(Values::asList).orElse(List.of()).stream()
        .map(item -> known(path, item))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /**
   * Reads a nested object or map.
   *
   * @param path the property
   * @return the object; empty when absent
   */
  public Props object(String path) {
    return value(path).map(value -> new Props(Values.asMap(value))).orElse(NONE);
  }

  /**
   * Reads a list of nested objects.
   *
   * @param path the property
   * @return the objects; empty when absent
   */
  public List<Props> objects(String path) {
    return value(path).map(Values::asList).orElse(List.of()).stream()
        .map(item -> new Props(Values.asMap(known(path, item))))
        .toList();
  }

  /**
   * The same properties with one set.
   *
   * @param name the property, no path
   * @param value its value
   */
  public Props with(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(values);
    more.put(name, value);
    return of(more);
  }

  /**
   * The same properties without one.
   *
   * @param name the property, no path
   */
  public Props without(String name) {
    Map<String, Object> fewer = new TreeMap<>(values);
    fewer.remove(name);
    return of(fewer);
  }

  /**
   * Fills a message: each {@code {path}} becomes that property's value, and nothing when it is not
   * set.
   *
   * @param message the message
   * @return the message, filled
   */
  public String fill(String message) {
    Matcher matcher = PLACEHOLDER.matcher(message);
    return matcher.replaceAll(
        found -> {
          Object value = raw(found.group(1));
          return Matcher.quoteReplacement(value == null ? "" : Values.show(value));
        });
  }

  private static Object known(String path, Object item) {
    if (item instanceof Unknown) {
      throw new UnknownValueException(path);
    }
    return item;
  }

  private @Nullable Object raw(String path) {
    if (path.indexOf('.') < 0) {
      return values.get(path);
    }
    Object at = values;
    for (String name : path.split("\\.", -1)) {
      if (at instanceof Unknown) {
        return at;
      }
      @Nullable Object next = Values.asMap(at).get(name);
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at;
  }
}
