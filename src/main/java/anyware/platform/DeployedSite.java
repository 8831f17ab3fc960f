package anyware.platform;

import anyware.audit.AuditedSite;
import anyware.plan.Difference;
import java.util.List;

/**
 * A site as a state has it.
 *
 * @param audited the site with what the rules in the state do
 * @param differences where the state has something else than the plan, whether packets depend on it
 *     or not
 */
public record DeployedSite(AuditedSite audited, List<Difference> differences) {

  /** Copies the differences. */
  public DeployedSite {
    differences = List.copyOf(differences);
  }

  /** The site's name. */
  public String name() {
    return audited.site();
  }
}
