package anyware.audit;

import anyware.net.Direction;
import anyware.settings.Expectation;
import anyware.settings.Expectation.State;
import anyware.settings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds sites to what somebody has written down that must be open or closed. */
public final class Expectations {
  private Expectations() {}

  /**
   * What is not as expected; none when all is. An expectation about roles that no site has is a
   * problem too: it would never be noticed when it breaks.
   *
   * @param expectations what must be open or closed
   * @param perimeters all sites of the stack
   */
  public static List<Problem> problems(List<Expectation> expectations, List<Perimeter> perimeters) {
    List<Problem> problems = new ArrayList<>();
    for (Expectation expectation : expectations) {
      if (perimeters.stream().allMatch(site -> crossings(expectation, site).isEmpty())) {
        problems.add(nobodyToAsk(expectation));
      } else {
        problems.addAll(unmet(List.of(expectation), perimeters));
      }
    }
    return problems;
  }

  /**
   * What is not as expected at some sites of a stack. Expectations about others are left aside.
   *
   * @param expectations what must be open or closed
   * @param perimeters the sites
   */
  public static List<Problem> unmet(List<Expectation> expectations, List<Perimeter> perimeters) {
    List<Problem> problems = new ArrayList<>();
    for (Expectation expectation : expectations) {
      for (Perimeter perimeter : perimeters) {
        crossings(expectation, perimeter).stream()
            .filter(crossing -> crossing.open() != (expectation.state() == State.OPEN))
            .findFirst()
            .ifPresent(crossing -> problems.add(problem(expectation, crossing)));
      }
    }
    return problems;
  }

  private static List<Crossing> crossings(Expectation expectation, Perimeter perimeter) {
    return expectation.site().filter(site -> !site.equals(perimeter.site())).isPresent()
        ? List.of()
        : Crossing.of(perimeter, expectation.from(), expectation.to(), expectation.port());
  }

  private static Problem problem(Expectation expectation, Crossing crossing) {
    Optional<Checkpoint> stop = crossing.stop();
    String decided =
        stop.map(Expectations::decision).orElseGet(() -> decision(last(crossing.checkpoints())));
    String found =
        "%s at %s: %s, decided %s"
            .formatted(
                stop.isPresent() ? State.CLOSED.slug() : State.OPEN.slug(),
                crossing.site(),
                crossing.connection(),
                decided);
    return new Problem(
        expectation.path(),
        found,
        expectation.state().slug(),
        "change the settings, or the expectation if it no longer holds");
  }

  private static String decision(Checkpoint checkpoint) {
    String side =
        checkpoint.packet().direction() == Direction.INBOUND ? "into the " : "out of the ";
    return side + checkpoint.packet().at().slug() + " by " + checkpoint.actual().rule();
  }

  private static Checkpoint last(List<Checkpoint> checkpoints) {
    return checkpoints.get(checkpoints.size() - 1);
  }

  private static Problem nobodyToAsk(Expectation expectation) {
    String where = expectation.site().map(site -> "at " + site).orElse("at any site");
    return new Problem(
        expectation.path(),
        expectation.connection() + ", whose roles are not " + where,
        "roles that the site has",
        "remove the expectation, or switch on what it is about");
  }
}
