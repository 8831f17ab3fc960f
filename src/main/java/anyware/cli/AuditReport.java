package anyware.cli;

import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.audit.Disagreement;
import anyware.problem.Problem;
import anyware.settings.Expectation;
import anyware.settings.SettingPaths;
import anyware.state.Remnant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of an audit.
 *
 * @param stack the stack
 * @param subject what was audited
 * @param result whether it lets pass what it should
 * @param expectations all that the settings expect of the sites that were audited
 */
record AuditReport(
    String stack, AuditSubject subject, AuditResult result, List<Expectation> expectations) {

  /** Copies the expectations. */
  AuditReport {
    expectations = List.copyOf(expectations);
  }

  /** Whether nothing was found. */
  boolean fine() {
    return result.holds() && subject.isAsPlanned();
  }

  /** Everything that was found, the worst first. */
  List<AuditFinding> findings() {
    List<AuditFinding> findings = of(result);
    for (String site : subject.missing()) {
      findings.add(ofSite(AuditRule.NOT_DEPLOYED, site, "nothing of it is deployed"));
    }
    for (AuditSubject.SiteDifference found : subject.differences()) {
      findings.add(ofSite(AuditRule.DIFFERENCE, found.site(), found.difference().toString()));
    }
    for (Remnant remnant : subject.remnants()) {
      findings.add(new AuditFinding(AuditRule.REMNANT, "", SettingPaths.SITES, remnant.toString()));
    }
    return findings;
  }

  /** What passes that should not, and the reverse, the worst first. */
  static List<AuditFinding> of(AuditResult result) {
    List<AuditFinding> findings = new ArrayList<>();
    for (Disagreement found : result.disagreements()) {
      String text =
          found.flowGroup() + " is " + found.severity().heading() + "; " + found.decision();
      findings.add(ofSite(AuditRule.of(found.severity()), found.site(), text));
    }
    for (Problem unmet : result.unmet()) {
      String text = "found " + unmet.found() + "; expected: " + unmet.allowed();
      findings.add(new AuditFinding(AuditRule.UNMET_EXPECTATION, "", unmet.path(), text));
    }
    return findings;
  }

  private static AuditFinding ofSite(AuditRule rule, String site, String text) {
    return new AuditFinding(rule, site, SettingPaths.ofSite(site), text);
  }

  /** The answer for programs. */
  Map<String, Object> object() {
    return Json.object(
        "stack", stack,
        "subject", subject.name(),
        "fine", fine(),
        "sites", subject.found().stream().map(AuditedSite::site).toList(),
        "notDeployed", subject.missing(),
        "notes", subject.notes(),
        "differences", subject.differences().stream().map(Findings::object).toList(),
        "remnants", subject.remnants().stream().map(Findings::object).toList(),
        "findings", result.disagreements().stream().map(Findings::object).toList(),
        "unmetExpectations", Json.problems(result.unmet()));
  }
}
