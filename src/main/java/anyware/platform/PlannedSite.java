package anyware.platform;

import anyware.audit.AuditedSite;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.plan.Difference;
import anyware.plan.Place;
import anyware.plan.RuleLine;
import anyware.plan.SitePlan;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.state.SiteKey;
import anyware.state.StackState;
import anyware.state.StateResource;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A site with all that follows from its settings.
 *
 * @param <P> the plans of the site's cloud
 * @param cloud the site's cloud
 * @param site the settings
 * @param policy what may pass
 * @param plan what the cloud will be asked for
 * @param problems what the cloud would refuse; nothing may be registered while there is one
 */
public record PlannedSite<P extends SitePlan>(
    CloudPlatform<P> cloud, Site site, Policy policy, P plan, List<Problem> problems) {

  /** Copies the problems. */
  public PlannedSite {
    problems = List.copyOf(problems);
  }

  /** Plans a site and holds the plan against its cloud's limits. */
  public static <P extends SitePlan> PlannedSite<P> of(
      CloudPlatform<P> cloud, String stack, Settings settings, Site site) {
    Policy policy = Policy.of(site);
    P plan = cloud.plan(Place.of(stack, site.name(), settings.tags()), site, policy);
    List<Problem> problems = new ArrayList<>(cloud.unmet(site));
    problems.addAll(cloud.limits(plan, settings.quotas()));
    return new PlannedSite<>(cloud, site, policy, plan, problems);
  }

  /** The site's name. */
  public String name() {
    return site.name();
  }

  /** The site with what its planned rules do. */
  public AuditedSite audited() {
    return audited(plan);
  }

  private AuditedSite audited(P rules) {
    return AuditedSite.of(
        name(), rules.networkRanges(), policy, cloud.firewall(rules), rules.roleSubnets());
  }

  /** What the engine calls the site. */
  public SiteKey key() {
    return new SiteKey(cloud.componentType(), name());
  }

  /**
   * The site as a state has it; absent when the state knows nothing of the site.
   *
   * @throws UnreadableFileException when a resource has a form that the cloud's provider does not
   *     give it
   */
  public Optional<DeployedSite> deployed(StackState state) throws UnreadableFileException {
    List<StateResource> resources = state.ofSite(key());
    if (resources.isEmpty()) {
      return Optional.empty();
    }
    P found = cloud.readState(plan, resources);
    return Optional.of(
        new DeployedSite(audited(found), Difference.between(plan, found), cloud.ruleLines(found)));
  }

  /**
   * The site with another network's firewall in place of its own. Where nobody said where a role's
   * machines are, they are where the plan has them.
   *
   * @param network the network, which says whose firewalls it knows
   */
  public AuditedSite heldTo(NativeNetwork network) {
    return new AuditedSite(
        name(),
        plan.networkRanges(),
        policy,
        network.firewall(),
        plan.roleSubnets().replacedBy(network.roleSubnets()),
        network.roles());
  }

  /** What an identity must be allowed to do to deploy and keep the site, by where. */
  public SortedMap<String, SortedSet<String>> actions() {
    SortedMap<String, SortedSet<String>> actions = new TreeMap<>();
    for (TypePermissions<P> row : cloud.permissions()) {
      if (row.isPlanned().test(plan)) {
        for (String scope : row.scopes().apply(plan)) {
          SortedSet<String> here = actions.computeIfAbsent(scope, any -> new TreeSet<>());
          row.actions().values().forEach(more -> here.addAll(more));
        }
      }
    }
    return actions;
  }

  /** The planned rules in the words that all clouds share. */
  public List<RuleLine> ruleLines() {
    return cloud.ruleLines(plan);
  }

  /** Registers the plan with the engine. */
  public Map<String, Output<?>> register() {
    return cloud.register(plan);
  }
}
