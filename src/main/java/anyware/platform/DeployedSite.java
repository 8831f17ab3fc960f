package anyware.platform;

import anyware.audit.AuditedSite;
import anyware.plan.Difference;
import anyware.plan.RuleLine;
import java.util.List;

/**
 * A site as a state has it.
 *
 * @param audited the site with what the rules in the state do
 * @param differences where the state has something else than the plan, whether packets depend on it
 *     or not
 * @param rules the rules in the words that all clouds share
 */
public record DeployedSite(
    AuditedSite audited, List<Difference> differences, List<RuleLine> rules) {

  /** Copies the lists. */
  public DeployedSite {
    differences = List.copyOf(differences);
    rules = List.copyOf(rules);
  }

  /** The site's name. */
  public String name() {
    return audited.site();
  }
}
