package anyware;

import anyware.advice.Advices;
import anyware.audit.AuditedSite;
import anyware.json.UnreadableFileException;
import anyware.plan.SitePlan;
import anyware.platform.CloudPlatform;
import anyware.platform.DeployedSite;
import anyware.platform.PlannedSite;
import anyware.policy.Policy;
import anyware.problem.Advice;
import anyware.problem.Problem;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.state.SiteKey;
import anyware.state.StackState;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a stack is about to ask of its clouds.
 *
 * @param stack the stack's name
 * @param settings what the stack asks for
 * @param sites every site with its policy, its plan and what its cloud would refuse, in the
 *     settings' order
 */
public record StackPlan(String stack, Settings settings, List<PlannedSite<?>> sites) {

  /** Copies the sites. */
  public StackPlan {
    sites = List.copyOf(sites);
  }

  /** Plans every site of a stack and holds each plan against its platform's limits. */
  public static StackPlan of(String stack, Settings settings) {
    // No site knows another one, so several can be planned at once; the order stays.
    List<PlannedSite<?>> sites = new ArrayList<>();
    settings.sites().parallelStream()
        .map(site -> planned(Clouds.platform(site.cloud()), stack, settings, site))
        .forEachOrdered(sites::add);
    return new StackPlan(stack, settings, sites);
  }

  private static <P extends SitePlan> PlannedSite<P> planned(
      CloudPlatform<P> cloud, String stack, Settings settings, Site site) {
    return PlannedSite.of(cloud, stack, settings, site);
  }

  /** What may pass at each site, in the sites' order. */
  public List<Policy> policies() {
    List<Policy> policies = new ArrayList<>();
    sites.forEach(site -> policies.add(site.policy()));
    return policies;
  }

  /** What the clouds would refuse; nothing may be registered while there is one. */
  public List<Problem> problems() {
    return sites.stream().flatMap(site -> site.problems().stream()).toList();
  }

  /** What is worth knowing about the stack, and stops nothing. */
  public List<Advice> advice() {
    return Advices.of(settings, sites);
  }

  /** Every site with what its planned rules do, in the sites' order. */
  public List<AuditedSite> audited() {
    List<AuditedSite> audited = new ArrayList<>();
    sites.forEach(site -> audited.add(site.audited()));
    return audited;
  }

  /**
   * The stack as a state has it.
   *
   * @throws UnreadableFileException when a resource has a form that no cloud's provider gives it
   */
  public DeployedStack deployed(StackState state) throws UnreadableFileException {
    List<DeployedSite> deployed = new ArrayList<>();
    List<SiteKey> keys = new ArrayList<>();
    for (PlannedSite<?> site : sites) {
      keys.add(site.key());
      site.deployed(state).ifPresent(deployed::add);
    }
    return new DeployedStack(deployed, state.beside(keys));
  }
}
