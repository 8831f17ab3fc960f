package anyware.settings;

import anyware.json.StrictJson;
import anyware.net.MalformedException;
import anyware.problem.Printable;
import anyware.problem.Problem;
import anyware.settings.Node.Rank;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the settings of the program's own namespace into one structure. */
final class SettingsRoot {
  private static final String SEPARATOR = ":";
  private static final String PRODUCT = "anyware";

  private SettingsRoot() {}

  /** The settings as a section; reports texts that are no JSON where they should be. */
  static Section of(Map<String, String> config, Problems problems) {
    JsonObject settings = new JsonObject();
    Node root = new Node(SettingsReader.NAMESPACE, settings, Rank.ROOT, problems);
    for (Map.Entry<String, String> entry : new TreeMap<>(config).entrySet()) {
      int end = entry.getKey().indexOf(SEPARATOR);
      String namespace = end < 0 ? "" : entry.getKey().substring(0, end);
      String key = entry.getKey().substring(end + 1);
      if (namespace.equals(SettingsReader.NAMESPACE)) {
        add(root, settings, key, entry.getValue());
      } else if (isMeant(namespace)) {
        problems.add(
            new Problem(
                Printable.text(entry.getKey()),
                "an unknown namespace",
                "keys that begin with " + SettingsReader.NAMESPACE + SEPARATOR,
                DidYouMean.question(SettingsReader.NAMESPACE + SEPARATOR + Printable.text(key))));
      }
    }
    return new Section(root, settings);
  }

  private static boolean isMeant(String namespace) {
    return namespace.startsWith(PRODUCT)
        || DidYouMean.of(namespace, List.of(SettingsReader.NAMESPACE)).isPresent();
  }

  private static void add(Node root, JsonObject settings, String key, String text) {
    try {
      settings.add(key, value(text));
    } catch (MalformedException e) {
      Node node = root.child(key, JsonNull.INSTANCE);
      node.report("a text that is no JSON", e.allowed(), e.fix());
    }
  }

  /** Lists and structures are JSON texts, everything else is itself. */
  private static JsonElement value(String text) throws MalformedException {
    String start = text.stripLeading();
    if (start.isEmpty()) {
      return JsonNull.INSTANCE;
    }
    return start.startsWith("{") || start.startsWith("[")
        ? StrictJson.parse(text)
        : new JsonPrimitive(text);
  }
}
