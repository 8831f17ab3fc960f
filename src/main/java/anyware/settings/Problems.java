package anyware.settings;

import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers the problems of one reading, in the order in which they are found. */
final class Problems {
  /** More are counted, not told: whoever made so many made one mistake often. */
  private static final int MOST = 100;

  private final List<Problem> found = new ArrayList<>();
  private int further;
  private final Set<String> secretSettings;
  private final Optional<FormRecorder> recorder;

  /**
   * No problem yet.
   *
   * @param secretSettings paths of the settings of which no value may be shown
   */
  Problems(Set<String> secretSettings) {
    this(secretSettings, Optional.empty());
  }

  /**
   * The problems of a reading that is only to show what is asked for.
   *
   * @param recorder what notes it
   */
  Problems(FormRecorder recorder) {
    this(Set.of(), Optional.of(recorder));
  }

  private Problems(Set<String> secretSettings, Optional<FormRecorder> recorder) {
    this.secretSettings = Set.copyOf(secretSettings);
    this.recorder = recorder;
  }

  /** What notes the form of the settings; absent where they are read for their values. */
  Optional<FormRecorder> recorder() {
    return recorder;
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
    if (isFull()) {
      further++;
    } else {
      found.add(problem);
    }
  }

  /** Whether further problems are counted only, so that nobody need look for their details. */
  boolean isFull() {
    return found.size() >= MOST;
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

  /** The first hundred, and how many more there are. */
  List<Problem> list() {
    List<Problem> all = new ArrayList<>(found);
    if (further > 0) {
      all.add(
          new Problem(
              SettingsReader.NAMESPACE,
              further + " further problems",
              "none",
              "mend those above, then look again"));
    }
    return List.copyOf(all);
  }
}
