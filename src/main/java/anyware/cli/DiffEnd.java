package anyware.cli;

import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.state.Remnant;
import java.util.List;
import java.util.Optional;

/**
 * One state of a stack.
 *
 * @param name what it is, for a person
 * @param plan the plan that its settings lead to
 * @param auditedSites its sites
 * @param remnants what it has beside them
 */
record DiffEnd(
    String name, StackPlan plan, List<AuditedSite> auditedSites, List<Remnant> remnants) {

  /** Copies the lists. */
  DiffEnd {
    auditedSites = List.copyOf(auditedSites);
    remnants = List.copyOf(remnants);
  }

  /** A stack as planned. */
  static DiffEnd of(String name, StackPlan plan) {
    return new DiffEnd(name, plan, plan.audited(), List.of());
  }

  /** The site of a name, if it is there. */
  Optional<AuditedSite> site(String site) {
    return auditedSites.stream().filter(audited -> audited.site().equals(site)).findFirst();
  }

  /** Whether it lets pass what its settings ask for. */
  AuditResult auditResult() {
    return auditedSites.size() == plan.sites().size()
        ? AuditResult.of(auditedSites, plan.settings().expectations())
        : AuditResult.ofSome(auditedSites, plan.settings().expectations());
  }
}
