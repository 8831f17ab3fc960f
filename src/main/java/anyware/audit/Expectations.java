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
   * What is not as expected; none when all is.
   *
   * @param expectations what must be open or closed
   * @param perimeters the stack's sites
   */
  public static List<Problem> problems(List<Expectation> expectations, List<Perimeter> perimeters) {
    List<Problem> problems = new ArrayList<>();
    for (Expectation expectation : expectations) {
      boolean asked = false;
      for (Perimeter perimeter : perimeters) {
        if (expectation.site().filter(site -> !site.equals(perimeter.site())).isEmpty()) {
          List<Crossing> crossings =
              Crossing.of(perimeter, expectation.from(), expectation.to(), expectation.port());
          asked |= !crossings.isEmpty();
          crossings.stream()
              .filter(crossing -> crossing.open() != (expectation.state() == State.OPEN))
              .findFirst()
              .ifPresent(crossing -> problems.add(problem(expectation, crossing)));
        }
      }
      if (!asked) {
        problems.add(nobodyToAsk(expectation));
      }
    }
    return problems;
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
