package anyware.testing;

import anyware.plan.SitePlan;
import java.util.Map;
import java.util.Set;

/**
 * What a plan's filter is made of, as far as an update touches each by itself: a call makes it,
 * changes it as a whole, or deletes it.
 *
 * @param <P> the cloud's plans
 */
public interface UpdateParts<P extends SitePlan> {
  /**
   * A part.
   *
   * @param content what a call hands over; nothing is done where it stays
   * @param after the parts that the engine makes or changes before, and deletes after it
   * @param needs those of them without which it lets nothing pass
   * @param denies whether it closes
   */
  record Part(Object content, Set<String> after, Set<String> needs, boolean denies) {
    /** Copies the names. */
    public Part {
      after = Set.copyOf(after);
      needs = Set.copyOf(needs);
    }
  }

  /** The parts by names that stay from one version of a site to another. */
  Map<String, Part> of(P plan);

  /**
   * What the cloud has half way.
   *
   * @param plan the version that an update goes to
   * @param contents what there is of parts, of either version
   */
  P with(P plan, Map<String, Object> contents);
}
