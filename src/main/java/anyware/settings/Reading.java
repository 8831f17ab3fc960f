package anyware.settings;

import anyware.problem.Problem;
import java.util.List;
import java.util.function.Function;

/** What came of reading a stack's settings: the settings, or everything that is wrong with them. */
public sealed interface Reading {
  /**
   * The answer for the kind of reading that this is.
   *
   * @param ofValid the answer for settings without a problem
   * @param ofInvalid the answer for problems, one at least
   */
  <T> T fold(Function<Settings, T> ofValid, Function<List<Problem>, T> ofInvalid);

  /**
   * Settings without a problem.
   *
   * @param settings complete and consistent
   */
  record Valid(Settings settings) implements Reading {
    @Override
    public <T> T fold(Function<Settings, T> ofValid, Function<List<Problem>, T> ofInvalid) {
      return ofValid.apply(settings);
    }
  }

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

    @Override
    public <T> T fold(Function<Settings, T> ofValid, Function<List<Problem>, T> ofInvalid) {
      return ofInvalid.apply(problems);
    }

    /** A reading that failed on one problem. */
    static Invalid because(Problem problem) {
      return new Invalid(List.of(problem));
    }
  }
}
