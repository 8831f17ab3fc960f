package anyware.sandbox.spec;

import java.util.List;

/**
 * A constraint across properties, or between an object and the rest of the cloud.
 *
 * @param step when it is applied
 * @param check what it finds
 */
public record Constraint(Step step, Check check) {
  /** The body of a constraint. */
  @FunctionalInterface
  public interface Check {
    /**
     * Looks for reasons to refuse. Touching an unknown value skips the constraint.
     *
     * @param context the request
     * @return the reasons, empty when all is well
     */
    List<Refusal> refusals(RequestContext context);
  }

  /**
   * The same constraint at another step.
   *
   * @param other the step
   */
  public Constraint at(Step other) {
    return new Constraint(other, check);
  }
}
