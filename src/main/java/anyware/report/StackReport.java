package anyware.report;

import anyware.audit.AuditResult;
import anyware.plan.RuleLine;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Settings;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report tells about a stack.
 *
 * @param stack the stack's name
 * @param settings its settings
 * @param policies the policy of each of its sites
 * @param rules the planned rules by the site's name
 * @param problems what the clouds would refuse
 * @param auditResult whether the planned rules let pass what they should
 */
public record StackReport(
    String stack,
    Settings settings,
    List<Policy> policies,
    SortedMap<String, List<RuleLine>> rules,
    List<Problem> problems,
    AuditResult auditResult) {

  /** Copies the collections. */
  public StackReport {
    policies = List.copyOf(policies);
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    problems = List.copyOf(problems);
  }

  /** Whether nothing is wrong. */
  public boolean fine() {
    return problems.isEmpty() && auditResult.holds();
  }

  /** How many things are wrong. */
  public int wrong() {
    return problems.size() + auditResult.disagreements().size() + auditResult.unmet().size();
  }

  /** The report as one HTML page that needs nothing beside itself. */
  public String html() {
    return new ReportPage(this).html();
  }
}
