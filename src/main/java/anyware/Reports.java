package anyware;

import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.audit.Exposure;
import anyware.plan.RuleLine;
import anyware.report.Evidence;
import anyware.report.StackReport;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what reports tell. */
public final class Reports {
  private Reports() {}

  /** The exposure of each role of each site. */
  public static List<Exposure> exposures(List<AuditedSite> auditedSites) {
    return auditedSites.stream().flatMap(audited -> Exposure.of(audited).stream()).toList();
  }

  /** The planned rules by the site's name. */
  public static SortedMap<String, List<RuleLine>> rules(StackPlan plan) {
    SortedMap<String, List<RuleLine>> rules = new TreeMap<>();
    plan.sites().forEach(site -> rules.put(site.name(), site.ruleLines()));
    return rules;
  }

  /**
   * What there is to tell about a stack as planned, the audit of its plans included.
   *
   * @param plan the stack
   * @param evidence by what a reader can tell which settings these are
   */
  public static StackReport of(StackPlan plan, Evidence evidence) {
    List<AuditedSite> audited = plan.audited();
    return new StackReport(
        plan.stack(),
        plan.settings(),
        plan.policies(),
        rules(plan),
        plan.problems(),
        AuditResult.of(audited, plan.settings().expectations()),
        audited,
        evidence,
        Optional.empty());
  }
}
