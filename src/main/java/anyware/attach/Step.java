package anyware.attach;

import java.util.List;

/**
 * One thing to be done for a machine.
 *
 * @param purpose what for, in a sentence without its final point
 * @param isRun whether the commands are to be run as they are; else they are to be read: options,
 *     or a command that is needed under a condition
 * @param commands the commands; may be none where the sentence says all
 */
public record Step(String purpose, boolean isRun, List<ShellCommand> commands) {
  /** Copies the commands. */
  public Step {
    commands = List.copyOf(commands);
  }

  /** Commands to be run. */
  public static Step ofRun(String purpose, ShellCommand... commands) {
    return new Step(purpose, true, List.of(commands));
  }

  /** Commands or options to be read. */
  public static Step ofNote(String purpose, ShellCommand... commands) {
    return new Step(purpose, false, List.of(commands));
  }
}
