package anyware;

import anyware.audit.AuditedSite;
import anyware.platform.DeployedSite;
import anyware.state.Remnant;
import java.util.List;

/**
 * A stack as a state has it, held to its settings.
 *
 * @param sites every site of which the state knows something, in the settings' order
 * @param remnants whatever else the state knows of
 */
public record DeployedStack(List<DeployedSite> sites, List<Remnant> remnants) {

  /** Copies the lists. */
  public DeployedStack {
    sites = List.copyOf(sites);
    remnants = List.copyOf(remnants);
  }

  /** The sites with what the rules in the state do. */
  public List<AuditedSite> audited() {
    return sites.stream().map(DeployedSite::audited).toList();
  }
}
