package anyware.cli;

import java.util.List;
import java.util.Map;

/** A command that cannot be carried out as it was given; says so without a stack trace. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;
  private final transient List<Map<String, Object>> problems;
  private final ExitCode exitCode;

  private Refusal(ExitCode exitCode, List<String> lines, List<Map<String, Object>> problems) {
    super(String.join("; ", lines), null, false, false);
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
    this.problems = List.copyOf(problems);
  }

  /** The command line or a file that it names is not what it should be. */
  static Refusal ofUsage(String message) {
    return ofUsage(List.of(message));
  }

  /** The same in several sentences. */
  static Refusal ofUsage(List<String> lines) {
    return new Refusal(
        ExitCode.USAGE, lines, lines.stream().map(line -> Json.object("text", line)).toList());
  }

  /**
   * The settings that the command needs have problems.
   *
   * @param lines for a person
   * @param problems for programs
   */
  static Refusal ofProblems(List<String> lines, List<Map<String, Object>> problems) {
    return new Refusal(ExitCode.FOUND, lines, problems);
  }

  /** What to say, a sentence a line. */
  List<String> lines() {
    return lines;
  }

  /** The same for programs. */
  List<Map<String, Object>> problems() {
    return problems;
  }

  /** What the process ends with. */
  ExitCode exitCode() {
    return exitCode;
  }
}
