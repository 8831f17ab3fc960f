package anyware.firewall;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule that would have let a packet through, had it differed less.
 *
 * @param rule the rule's name, with its reasons
 * @param differences what keeps it from matching, for a person; empty when it matches
 */
public record NearMiss(String rule, List<String> differences) {

  /** Copies the differences. */
  public NearMiss {
    differences = List.copyOf(differences);
  }

  /**
   * The candidate with the fewest differences, the first of them by name; none without candidates.
   */
  public static Optional<NearMiss> nearest(Collection<NearMiss> candidates) {
    return candidates.stream()
        .min(
            Comparator.comparingInt((NearMiss miss) -> miss.differences().size())
                .thenComparing(NearMiss::rule));
  }

  /** A line of a trace. */
  @Override
  public String toString() {
    return "nearest: " + rule + ", but " + String.join(", and ", differences);
  }
}
