package anyware.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What sites say for themselves, looked up before they are read. */
final class Restated {
  private Restated() {}

  /** Whether every site has something under the keys; not where there is no site. */
  static boolean atEverySite(Section root, String... keys) {
    return root.raw("sites") instanceof JsonObject sites
        && sites.size() > 0
        && sites.asMap().values().stream().allMatch(site -> has(site, keys));
  }

  private static boolean has(JsonElement site, String... keys) {
    JsonElement value = site;
    for (String key : keys) {
      if (!(value instanceof JsonObject structure) || !structure.has(key)) {
        return false;
      }
      value = structure.get(key);
    }
    return true;
  }
}
