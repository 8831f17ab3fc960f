package anyware.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bodies of requests, each with one thing wrong: what holds them against a model must say so. */
public final class Damages {
  /** A map with free keys. */
  private static final String FREE = "labels";

  private Damages() {}

  /**
   * Every property in turn misspelt, of another kind, and with other things inside.
   *
   * @param body a body that is right
   */
  public static List<Map<String, Object>> of(Map<String, Object> body) {
    List<Map<String, Object>> damages = new ArrayList<>();
    body.forEach(
        (name, value) -> {
          Map<String, Object> misspelt = new TreeMap<>(body);
          misspelt.remove(name);
          misspelt.put(name + "x", value);
          damages.add(misspelt);
          damages.add(with(body, name, value instanceof String ? 7.0 : "text"));
          damages.add(with(body, name, Map.of("nested", true)));
          if (value instanceof Map<?, ?> structure && !name.equals(FREE)) {
            Map<String, Object> inner = new TreeMap<>();
            structure.forEach((key, item) -> inner.put(key + "x", item));
            damages.add(with(body, name, inner));
          }
          if (value instanceof List<?> list && !list.isEmpty()) {
            damages.add(with(body, name, List.of(true)));
          }
        });
    return damages;
  }

  private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    Map<String, Object> copy = new TreeMap<>(body);
    copy.put(name, value);
    return copy;
  }
}
