package anyware;

import anyware.plan.Place;
import anyware.plan.SitePlan;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.List;

/**
 * Everything that a stack is about to ask of its clouds.
 *
 * @param stack the stack's name
 * @param settings what the stack asks for
 * @param policies what may pass at each site, in the sites' order
 * @param sites what each site's cloud will be asked for, in the sites' order
 * @param problems what the clouds would refuse; nothing may be registered while there is one
 */
public record StackPlan(
    String stack,
    Settings settings,
    List<Policy> policies,
    List<SitePlan> sites,
    List<Problem> problems) {

  /** Copies the lists. */
  public StackPlan {
    policies = List.copyOf(policies);
    sites = List.copyOf(sites);
    problems = List.copyOf(problems);
  }

  /** Plans every site of a stack and holds each plan against its platform's limits. */
  public static StackPlan of(String stack, Settings settings) {
    // No site knows another one, so several can be planned at once; the order stays.
    List<Planned> planned =
        settings.sites().parallelStream().map(site -> planned(stack, settings, site)).toList();
    return new StackPlan(
        stack,
        settings,
        planned.stream().map(Planned::policy).toList(),
        planned.stream().map(Planned::plan).toList(),
        planned.stream().flatMap(site -> site.problems().stream()).toList());
  }

  private record Planned(Policy policy, SitePlan plan, List<Problem> problems) {}

  private static Planned planned(String stack, Settings settings, Site site) {
    Place place = Place.of(stack, site, settings.tags());
    Policy policy = Policy.of(settings, site);
    return switch (site.cloud()) {
      case AWS -> {
        anyware.aws.Plan plan = anyware.aws.Planner.plan(place, policy);
        yield new Planned(policy, plan, anyware.aws.Limits.problems(plan, settings.quotas()));
      }
      case AZURE -> {
        anyware.azure.Plan plan = anyware.azure.Planner.plan(place, policy);
        yield new Planned(policy, plan, anyware.azure.Limits.problems(plan, settings.quotas()));
      }
      case GCP -> {
        anyware.gcp.Plan plan = anyware.gcp.Planner.plan(place, policy);
        yield new Planned(policy, plan, anyware.gcp.Limits.problems(plan, settings.quotas()));
      }
    };
  }
}
