package anyware.json;

import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that do not hold what they should. Of very many problems only the first {@value #MOST} are
 * kept, and how many more there are.
 */
public final class UnreadableFileException extends Exception {
  /** How many problems are told at most. */
  public static final int MOST = 100;

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final int more;

  /**
   * @param found what is wrong; not empty; what is in it twice is told once
   */
  public UnreadableFileException(List<Problem> found) {
    this(
        found.stream().distinct().limit(MOST).toList(),
        (int) found.stream().distinct().skip(MOST).count());
  }

  private UnreadableFileException(List<Problem> problems, int more) {
    super(String.join("\n", lines(problems, more)));
    this.problems = problems;
    this.more = more;
  }

  /**
   * Ends the reading of a file that has problems.
   *
   * @param problems what is wrong; empty when nothing is
   * @throws UnreadableFileException with the problems, if there are any
   */
  public static void throwIfAny(List<Problem> problems) throws UnreadableFileException {
    if (!problems.isEmpty()) {
      throw new UnreadableFileException(problems);
    }
  }

  /** What is wrong, each with its place in its file; at most {@value #MOST}. */
  public List<Problem> problems() {
    return problems;
  }

  /** How many problems there are beyond those that are told. */
  public int more() {
    return more;
  }

  /** The problems, one a line, and a line about those that are not told. */
  public List<String> lines() {
    return lines(problems, more);
  }

  private static List<String> lines(List<Problem> problems, int more) {
    List<String> lines = new ArrayList<>();
    problems.forEach(problem -> lines.add(problem.toString()));
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    return lines;
  }
}
