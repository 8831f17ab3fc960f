package anyware.settings;

import anyware.problem.Problem;
import java.util.List;

/** What came of reading a stack's settings: the settings, or everything that is wrong with them. */
public sealed interface Reading {
  /**
   * Settings without a problem.
   *
   * @param settings complete and consistent
   */
  record Valid(Settings settings) implements Reading {}

  /**
   * Settings that can't be used.
   *
   * @param problems every problem found, in the order of the settings table; not empty
   */
  record Invalid(List<Problem> problems) implements Reading {
    /**
     * Copies the problems.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a reading without problems is valid");
      }
    }

    /** A reading that failed on one problem. */
    static Invalid because(Problem problem) {
      return new Invalid(List.of(problem));
    }
  }
}
