package anyware.plan;

import anyware.state.Deviation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One value in which a plan that was found differs from what was planned.
 *
 * @param path where it stands: the plan's components, with the names of what lists hold, or a
 *     resource and its property
 * @param kind how it differs
 * @param planned what it should be; absent where there should be nothing, and for what is the same
 *     in every plan
 * @param found what it is; absent where there is nothing
 */
public record Difference(String path, Kind kind, Optional<String> planned, Optional<String> found) {

  private static final String DEVIATIONS = "deviations";

  /** How a plan differs in a value. */
  public enum Kind {
    /** It is planned and not there. */
    MISSING,
    /** It is there and not planned. */
    NOT_PLANNED,
    /** It is another one. */
    CHANGED;

    /** The name for programs: lower-case words with hyphens. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** All differences between two plans of one cloud; none when they are equal. */
  public static List<Difference> between(SitePlan planned, SitePlan found) {
    List<Difference> differences = new ArrayList<>();
    compare("", Optional.of(planned), Optional.of(found), differences);
    found.deviations().stream()
        .filter(deviation -> !planned.deviations().contains(deviation))
        .map(Difference::of)
        .forEach(differences::add);
    return List.copyOf(differences);
  }

  private static void compare(
      String path, Optional<?> planned, Optional<?> found, List<Difference> differences) {
    if (planned.equals(found)) {
      return;
    }
    Map<String, ?> own = planned.map(PlanParts::of).orElse(Map.of());
    Map<String, ?> other = found.map(PlanParts::of).orElse(Map.of());
    boolean isWhole =
        planned.isEmpty()
            || found.isEmpty()
            || !PlanParts.areAlike(planned.get(), found.get())
            || (own.isEmpty() && other.isEmpty());
    if (isWhole) {
      differences.add(of(path, planned, found));
      return;
    }
    Set<String> keys = new LinkedHashSet<>(own.keySet());
    keys.addAll(other.keySet());
    // They have paths of their own.
    keys.remove(DEVIATIONS);
    for (String key : keys) {
      compare(
          path.isEmpty() ? key : path + "." + key,
          PlanParts.value(own, key),
          PlanParts.value(other, key),
          differences);
    }
  }

  private static Difference of(Deviation deviation) {
    return new Difference(
        deviation.path(), Kind.CHANGED, Optional.empty(), Optional.of(deviation.found()));
  }

  private static Difference of(String path, Optional<?> planned, Optional<?> found) {
    Kind lone = planned.isPresent() ? Kind.MISSING : Kind.NOT_PLANNED;
    return new Difference(
        path,
        planned.isPresent() && found.isPresent() ? Kind.CHANGED : lone,
        planned.map(PlanParts::text),
        found.map(PlanParts::text));
  }

  @Override
  public String toString() {
    return path
        + switch (kind) {
          case MISSING -> " is missing";
          case NOT_PLANNED -> " is not planned";
          case CHANGED ->
              " is "
                  + found.filter(text -> !text.isEmpty()).orElse("empty")
                  + planned.map(text -> ", not " + (text.isEmpty() ? "empty" : text)).orElse("");
        };
  }
}
