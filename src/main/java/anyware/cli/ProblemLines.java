package anyware.cli;

import anyware.problem.Problem;
import anyware.settings.SettingLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells problems of settings with the lines on which they stand. */
final class ProblemLines {
  private final Supplier<SettingLines> source;
  private @Nullable SettingLines read;

  /**
   * @param source of the stack's file, asked for once and only when there is something to tell
   */
  ProblemLines(Supplier<SettingLines> source) {
    this.source = source;
  }

  /** Of the stack's file. */
  SettingLines lines() {
    if (read == null) {
      read = source.get();
    }
    return read;
  }

  /** A problem or a piece of advice, for a person. */
  String text(String path, Object told) {
    return lines().line(path).map(line -> "line " + line + ": " + told).orElse(told.toString());
  }

  String text(Problem problem) {
    return text(problem.path(), problem);
  }

  /** Problems, for programs. */
  List<Map<String, Object>> objects(List<Problem> problems) {
    return problems.stream().map(problem -> with(problem.path(), Json.problem(problem))).toList();
  }

  /** A structure about a setting with the setting's line, where it has one. */
  Map<String, Object> with(String path, Map<String, Object> object) {
    Optional<Integer> line = lines().line(path);
    line.ifPresent(number -> object.put("line", number));
    return object;
  }
}
