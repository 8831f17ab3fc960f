package anyware.state;

import anyware.settings.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A text that is not what an engine prints. */
public final class UnreadableStateException extends Exception {
  /** The commands that print resources. */
  static final String EITHER = "pulumi stack export or pulumi preview --json";

  private static final long serialVersionUID = 1L;

  /**
   * @param command the command whose output was expected
   */
  public UnreadableStateException(String command) {
    super("not the output of " + command);
  }

  /**
   * @param problems every property of a resource that is not what its provider writes; not empty
   */
  public UnreadableStateException(List<Problem> problems) {
    super(
        "not the output of "
            + EITHER
            + ": "
            + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
