package anyware.natives;

import anyware.settings.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Files that do not describe a network: says every problem, with its place. */
public final class UnreadableNetworkException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems what is wrong; not empty
   */
  public UnreadableNetworkException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, each with its place in the file. */
  public List<Problem> problems() {
    return problems;
  }
}
