package anyware.settings;

import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers the problems of one reading, in the order in which they are found. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();
  private final Set<String> secretSettings;

  /**
   * No problem yet.
   *
   * @param secretSettings paths of the settings of which no value may be shown
   */
  Problems(Set<String> secretSettings) {
    this.secretSettings = Set.copyOf(secretSettings);
  }

  /** Whether the path is a secret setting or a part of one. */
  boolean isSecret(String path) {
    return secretSettings.stream()
        .anyMatch(
            setting ->
                path.startsWith(setting)
                    && (path.length() == setting.length()
                        || ".[".indexOf(path.charAt(setting.length())) >= 0));
  }

  void add(Problem problem) {
    found.add(problem);
  }

  /** Whether a problem of this very setting is known, so that a second one would only be noise. */
  boolean concern(String path) {
    return found.stream().anyMatch(problem -> problem.path().equals(path));
  }

  /** Whether a problem of this setting or of a part of it is known. */
  boolean concernPart(String path) {
    return found.stream()
        .map(Problem::path)
        .anyMatch(
            known ->
                known.equals(path) || known.startsWith(path + ".") || known.startsWith(path + "["));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> list() {
    return List.copyOf(found);
  }
}
