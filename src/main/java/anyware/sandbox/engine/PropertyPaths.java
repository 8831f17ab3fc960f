package anyware.sandbox.engine;

import java.util.regex.Pattern;

/** Property paths in the engine's spelling. */
final class PropertyPaths {
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private PropertyPaths() {}

  /**
   * A property of an object.
   *
   * @param path the object
   * @param name the property
   * @return its path
   */
  static String property(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /**
   * An item of a list.
   *
   * @param path the list
   * @param index from 0
   * @return its path
   */
  static String index(String path, int index) {
    return path + "[" + index + "]";
  }

  /**
   * An entry of a map.
   *
   * @param path the map
   * @param key the key
   * @return its path
   */
  static String key(String path, String key) {
    return SIMPLE.matcher(key).matches()
        ? property(path, key)
        : path + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
  }
}
