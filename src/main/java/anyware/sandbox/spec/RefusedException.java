package anyware.sandbox.spec;

import java.util.List;
import java.util.stream.Collectors;

/** A request that the offline cloud refuses, with every reason found. */
public class RefusedException extends RuntimeException {
  private final transient List<Refusal> refusals;

  /**
   * Refuses for several reasons.
   *
   * @param refusals at least one reason
   */
  public RefusedException(List<Refusal> refusals) {
    super(refusals.stream().map(Refusal::message).collect(Collectors.joining("\n")));
    this.refusals = List.copyOf(refusals);
  }

  /**
   * Refuses for one reason that concerns no single property.
   *
   * @param message the vendor's wording
   */
  public RefusedException(String message) {
    this(List.of(new Refusal("", message)));
  }

  /**
   * Returns every reason.
   *
   * @return the reasons, never empty
   */
  public List<Refusal> refusals() {
    return refusals;
  }
}
