package anyware.cli;

import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.audit.Disagreement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An audit in sentences.
 *
 * @param terminal where they go
 */
record AuditText(Terminal terminal) {
  /** Prints what was found, the worst first. */
  void print(AuditSubject subject, AuditResult auditResult) {
    terminal.sentence(0, terminal.strong(subject.name()));
    subject.notes().forEach(note -> terminal.sentence(2, "note: " + note));
    subject
        .missing()
        .forEach(
            name -> terminal.sentence(2, name + ": " + terminal.bad("nothing of it is deployed")));
    Map<Disagreement.Severity, List<Disagreement>> bySeverity = new LinkedHashMap<>();
    auditResult
        .disagreements()
        .forEach(
            found ->
                bySeverity.computeIfAbsent(found.severity(), s -> new ArrayList<>()).add(found));
    bySeverity.forEach(
        (severity, disagreements) -> {
          terminal.gap();
          terminal.sentence(0, terminal.bad(severity.heading()));
          for (Disagreement found : disagreements) {
            terminal.sentence(2, found.site() + ": " + found.flowGroup() + "; " + found.decision());
          }
        });
    section("not as the settings expect", auditResult.unmet());
    section("not as the settings ask", subject.differences());
    section("beside what the settings ask", subject.remnants());
    if (auditResult.holds() && subject.isAsPlanned() && !subject.found().isEmpty()) {
      String sites = String.join(", ", subject.found().stream().map(AuditedSite::site).toList());
      terminal.sentence(2, sites + ": " + terminal.good("exactly what the table asks for"));
    }
  }

  private void section(String heading, List<?> lines) {
    if (!lines.isEmpty()) {
      terminal.gap();
      terminal.sentence(0, terminal.bad(heading));
      lines.forEach(line -> terminal.sentence(2, line.toString()));
    }
  }
}
