package anyware.audit;

import anyware.net.Direction;
import anyware.problem.Problem;
import anyware.settings.Expectation;
import anyware.settings.Expectation.State;
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
   * @param auditedSites all sites of the stack
   */
  public static List<Problem> problems(
      List<Expectation> expectations, List<AuditedSite> auditedSites) {
    List<Problem> problems = new ArrayList<>();
    for (Expectation expectation : expectations) {
      if (auditedSites.stream().allMatch(site -> pathTraces(expectation, site).isEmpty())) {
        problems.add(nobodyToAsk(expectation));
      } else {
        problems.addAll(unmet(List.of(expectation), auditedSites));
      }
    }
    return problems;
  }

  /**
   * What is not as expected at some sites of a stack. Expectations about others are left aside.
   *
   * @param expectations what must be open or closed
   * @param auditedSites the sites
   */
  public static List<Problem> unmet(
      List<Expectation> expectations, List<AuditedSite> auditedSites) {
    List<Problem> problems = new ArrayList<>();
    for (Expectation expectation : expectations) {
      for (AuditedSite audited : auditedSites) {
        pathTraces(expectation, audited).stream()
            .filter(pathTrace -> pathTrace.open() != (expectation.state() == State.OPEN))
            .findFirst()
            .ifPresent(pathTrace -> problems.add(problem(expectation, pathTrace)));
      }
    }
    return problems;
  }

  private static List<PathTrace> pathTraces(Expectation expectation, AuditedSite audited) {
    return expectation.site().filter(site -> !site.equals(audited.site())).isPresent()
        ? List.of()
        : PathTrace.of(audited, expectation.from(), expectation.to(), expectation.port());
  }

  private static Problem problem(Expectation expectation, PathTrace pathTrace) {
    Optional<Hop> stop = pathTrace.stop();
    String decided =
        stop.map(Expectations::decision).orElseGet(() -> decision(last(pathTrace.hops())));
    String found =
        "%s at %s: %s, decided %s"
            .formatted(
                stop.isPresent() ? State.CLOSED.slug() : State.OPEN.slug(),
                pathTrace.site(),
                pathTrace.connection(),
                decided);
    return new Problem(
        expectation.path(),
        found,
        expectation.state().slug(),
        "change the settings, or the expectation if it no longer holds");
  }

  private static String decision(Hop hop) {
    String side = hop.packet().direction() == Direction.INBOUND ? "into the " : "out of the ";
    return side + hop.packet().at().slug() + " by " + hop.actual().rule();
  }

  private static Hop last(List<Hop> hops) {
    return hops.get(hops.size() - 1);
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
