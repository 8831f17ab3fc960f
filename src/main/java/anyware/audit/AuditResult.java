package anyware.audit;

import anyware.problem.Problem;
import anyware.settings.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a stack's sites let pass exactly what they should.
 *
 * @param disagreements where firewalls and policies differ, the worst first
 * @param unmet the expectations that do not hold
 * @param compared how many classes of packets firewalls and policies were compared on
 */
public record AuditResult(List<Disagreement> disagreements, List<Problem> unmet, long compared) {

  /** Copies the lists. */
  public AuditResult {
    disagreements = List.copyOf(disagreements);
    unmet = List.copyOf(unmet);
  }

  /**
   * Compares every firewall of a stack with its policy on every packet, and holds the stack to the
   * expectations.
   *
   * @param auditedSites all sites of the stack
   * @param expectations what must be open or closed
   */
  public static AuditResult of(List<AuditedSite> auditedSites, List<Expectation> expectations) {
    return of(auditedSites).with(Expectations.problems(expectations, auditedSites));
  }

  /** The same for some of a stack's sites; expectations about others are left aside. */
  public static AuditResult ofSome(List<AuditedSite> auditedSites, List<Expectation> expectations) {
    return of(auditedSites).with(Expectations.unmet(expectations, auditedSites));
  }

  private static AuditResult of(List<AuditedSite> auditedSites) {
    // No site knows another one, so several can be looked at at once; the order stays.
    List<AuditResult> results =
        auditedSites.parallelStream().map(AuditedSite::auditResult).toList();
    return new AuditResult(
        Disagreement.worstFirst(
            results.stream().flatMap(result -> result.disagreements().stream()).toList()),
        List.of(),
        results.stream().mapToLong(AuditResult::compared).sum());
  }

  private AuditResult with(List<Problem> problems) {
    return new AuditResult(disagreements, problems, compared);
  }

  /** Whether nothing is wrong. */
  public boolean holds() {
    return disagreements.isEmpty() && unmet.isEmpty();
  }

  /**
   * What is wrong, a line each; empty when nothing is wrong.
   *
   * @param most how many lines at most, 1 at least; one more then says how many were left out
   */
  public List<String> lines(int most) {
    List<String> lines = new ArrayList<>();
    Stream.concat(
            disagreements.stream().map(Disagreement::toString),
            unmet.stream().map(Problem::toString))
        .limit(most)
        .forEach(lines::add);
    int more = disagreements.size() + unmet.size() - lines.size();
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    return lines;
  }
}
