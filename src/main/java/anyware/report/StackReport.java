package anyware.report;

import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.audit.Exposure;
import anyware.plan.RuleLine;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report tells about a stack.
 *
 * @param stack the stack's name
 * @param settings its settings
 * @param policies the policy of each of its sites
 * @param rules the rules by the site's name
 * @param problems what the clouds would refuse
 * @param auditResult whether the rules let pass what they should
 * @param auditedSites the sites with what their rules do; of a deployed stack those that it has
 * @param evidence what the report is about
 * @param changes what changes on the way there; absent when nobody asked
 */
public record StackReport(
    String stack,
    Settings settings,
    List<Policy> policies,
    SortedMap<String, List<RuleLine>> rules,
    List<Problem> problems,
    AuditResult auditResult,
    List<AuditedSite> auditedSites,
    Evidence evidence,
    Optional<StackChanges> changes) {

  /** Copies the collections. */
  public StackReport {
    policies = List.copyOf(policies);
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    problems = List.copyOf(problems);
    auditedSites = List.copyOf(auditedSites);
  }

  /** Whether nothing is wrong. */
  public boolean fine() {
    return problems.isEmpty() && auditResult.holds();
  }

  /** How many things are wrong. */
  public int wrong() {
    return problems.size() + auditResult.disagreements().size() + auditResult.unmet().size();
  }

  /** Who reaches what from outside. */
  List<Exposure> exposures() {
    return auditedSites.stream().flatMap(audited -> Exposure.of(audited).stream()).toList();
  }

  /** The same with what changes on the way there. */
  public StackReport with(StackChanges way) {
    return new StackReport(
        stack,
        settings,
        policies,
        rules,
        problems,
        auditResult,
        auditedSites,
        evidence,
        Optional.of(way));
  }

  /** The report as one HTML page that needs nothing beside itself. */
  public String html() {
    return new ReportPage(this).html();
  }
}
