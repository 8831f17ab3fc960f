package anyware.cli;

import anyware.audit.AuditedSite;
import anyware.problem.Problem;
import anyware.settings.Expectation;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that an audit looked at, as a test that holds or fails.
 *
 * @param suite the site, or what else it is about
 * @param name what has to be the case
 * @param failures why it is not; none where it is
 */
record AuditCase(String suite, String name, List<String> failures) {
  private static final List<AuditRule> OF_PACKETS =
      List.of(AuditRule.INTERNET, AuditRule.TOO_WIDE, AuditRule.TOO_NARROW);

  /** Copies the failures. */
  AuditCase {
    failures = List.copyOf(failures);
  }

  /** All that an audit looked at: each site, each expectation, and what is beside them. */
  static List<AuditCase> of(AuditReport report) {
    List<AuditFinding> findings = report.findings();
    List<AuditCase> cases = new ArrayList<>();
    for (String site : report.subject().missing()) {
      cases.add(ofSite(site, AuditRule.NOT_DEPLOYED, findings));
    }
    for (AuditedSite site : report.subject().found()) {
      OF_PACKETS.forEach(rule -> cases.add(ofSite(site.site(), rule, findings)));
      if (report.subject().isDeployed()) {
        cases.add(ofSite(site.site(), AuditRule.DIFFERENCE, findings));
      }
    }
    report.expectations().forEach(expected -> cases.add(of(expected, report.result().unmet())));
    if (report.subject().isDeployed()) {
      cases.add(
          new AuditCase("beside", AuditRule.REMNANT.promise(), texts(AuditRule.REMNANT, findings)));
    }
    return cases;
  }

  /** Settings that could not be read. */
  static List<AuditCase> ofProblems(List<AuditFinding> problems) {
    return List.of(
        new AuditCase(
            "settings",
            AuditRule.SETTINGS.promise(),
            problems.stream().map(AuditFinding::text).toList()));
  }

  private static AuditCase ofSite(String site, AuditRule rule, List<AuditFinding> findings) {
    List<AuditFinding> ofSite =
        findings.stream().filter(found -> found.site().equals(site)).toList();
    return new AuditCase(site, rule.promise(), texts(rule, ofSite));
  }

  private static List<String> texts(AuditRule rule, List<AuditFinding> findings) {
    return findings.stream().filter(found -> found.rule() == rule).map(AuditFinding::text).toList();
  }

  private static AuditCase of(Expectation expected, List<Problem> unmet) {
    String where = expected.site().map(site -> " at " + site).orElse("");
    return new AuditCase(
        "expectations",
        expected.connection() + where + " is " + expected.state().slug(),
        unmet.stream()
            .filter(problem -> problem.path().equals(expected.path()))
            .map(Problem::toString)
            .toList());
  }
}
