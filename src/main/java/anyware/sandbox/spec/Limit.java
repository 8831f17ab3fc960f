package anyware.sandbox.spec;

import java.util.function.Predicate;

/**
 * A limit on a single value.
 *
 * @param step when the vendor refuses a value outside the limit
 * @param holds whether a value keeps the limit; never called with an unknown value
 * @param message the vendor's wording, where {@code {value}} and {@code {property}} are filled in
 */
public record Limit(Step step, Predicate<Object> holds, String message) {
  /**
   * The same limit, refused at another step.
   *
   * @param other the step
   */
  public Limit at(Step other) {
    return new Limit(other, holds, message);
  }
}
