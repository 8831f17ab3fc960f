package anyware.cli;

import anyware.problem.Problem;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers for programs. */
final class Json {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private Json() {}

  /**
   * A structure whose keys keep their order.
   *
   * @param keysAndValues a key, its value, the next key and so on
   */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  /** Problems of settings. */
  static List<Map<String, Object>> problems(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                object(
                    "path", problem.path(),
                    "found", problem.found(),
                    "allowed", problem.allowed(),
                    "fix", problem.fix()))
        .toList();
  }

  /** The structure as text. */
  static String text(Map<String, Object> object) {
    return GSON.toJson(object) + "\n";
  }
}
