package anyware.cli;

import java.util.List;

/** A command that cannot be carried out as it was given; says so without a stack trace. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;
  private final ExitCode exitCode;

  private Refusal(ExitCode exitCode, List<String> lines) {
    super(String.join("; ", lines), null, false, false);
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  /** The command line or a file that it names is not what it should be. */
  static Refusal ofUsage(String message) {
    return new Refusal(ExitCode.USAGE, List.of(message));
  }

  /** The same in several sentences. */
  static Refusal ofUsage(List<String> lines) {
    return new Refusal(ExitCode.USAGE, lines);
  }

  /** The settings that the command needs have problems. */
  static Refusal ofProblems(List<String> lines) {
    return new Refusal(ExitCode.FOUND, lines);
  }

  /** What to say, a sentence a line. */
  List<String> lines() {
    return lines;
  }

  /** What the process ends with. */
  ExitCode exitCode() {
    return exitCode;
  }
}
