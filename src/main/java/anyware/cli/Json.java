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

  /** Counted up when a key goes or changes its meaning; a new key leaves it. */
  private static final int SCHEMA_VERSION = 1;

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
    return problems.stream().map(Json::problem).toList();
  }

  /** A problem of settings. */
  static Map<String, Object> problem(Problem problem) {
    return object(
        "path", problem.path(),
        "found", problem.found(),
        "allowed", problem.allowed(),
        "fix", problem.fix(),
        "text", problem.toString());
  }

  /** A whole answer as text, with the number of the schemas in docs/schemas that it keeps. */
  static String document(Map<String, Object> answer) {
    Map<String, Object> document = object("schemaVersion", SCHEMA_VERSION);
    document.putAll(answer);
    return text(document);
  }

  /** A document in a form that others define, on lines of its own. */
  static String text(Object document) {
    return GSON.toJson(document) + "\n";
  }
}
