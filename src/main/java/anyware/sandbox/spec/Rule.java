package anyware.sandbox.spec;

import java.util.List;

/**
 * A rule across properties, or between an object and the rest of the cloud.
 *
 * @param step when it is applied
 * @param check what it finds
 */
public record Rule(Step step, Check check) {
  /** The body of a rule. */
  @FunctionalInterface
  public interface Check {
    /**
     * Looks for reasons to refuse. Touching an unknown value skips the rule.
     *
     * @param situation the request
     * @return the reasons, empty when all is well
     */
    List<Refusal> refusals(Situation situation);
  }

  /**
   * The same rule at another step.
   *
   * @param other the step
   * @return the rule
   */
  public Rule at(Step other) {
    return new Rule(other, check);
  }
}
