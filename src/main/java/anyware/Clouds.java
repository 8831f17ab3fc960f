package anyware;

import anyware.audit.Perimeter;
import anyware.plan.Place;
import anyware.plan.SitePlan;
import anyware.policy.Firewall;
import anyware.policy.Policy;
import anyware.state.StackState;
import anyware.state.StateResource;
import java.util.ArrayList;
import java.util.List;

/** The clouds' evaluators and readers behind one door. */
public final class Clouds {
  private Clouds() {}

  /** What a site's plan does with packets, by its cloud's own semantics. */
  public static Firewall firewall(SitePlan plan, Policy temp) {
    if (plan instanceof anyware.aws.Plan aws) {
      return anyware.aws.Evaluator.of(aws);
    }
    if (plan instanceof anyware.gcp.Plan gcp) {
      return anyware.gcp.Evaluator.of(gcp);
    }
    return new anyware.policy.PolicyFirewall(temp); // DEVELOPMENT ONLY
  }

  /**
   * The plan that a site's resources make up.
   *
   * @param place the site
   * @param resources the site's resources, as the engine knows them
   */
  public static SitePlan readBack(Place place, List<StateResource> resources) {
    return switch (place.site().cloud()) {
      case AWS -> anyware.aws.StateReader.read(place, resources);
      case AZURE -> throw new IllegalArgumentException("DEVELOPMENT ONLY");
      case GCP -> throw new IllegalArgumentException("DEVELOPMENT ONLY");
    };
  }

  /** Every site of a stack with its policy and what its plan does, in the sites' order. */
  public static List<Perimeter> perimeters(StackPlan plan) {
    List<Perimeter> perimeters = new ArrayList<>();
    for (int i = 0; i < plan.sites().size(); i++) {
      perimeters.add(perimeter(plan.policies().get(i), plan.sites().get(i)));
    }
    return perimeters;
  }

  /**
   * Every site of a stack of which a state knows something, with its policy and what the rules in
   * the state do, in the sites' order.
   *
   * @param plan what the settings ask for
   * @param state what is there
   */
  public static List<Perimeter> perimeters(StackPlan plan, StackState state) {
    List<Perimeter> perimeters = new ArrayList<>();
    for (int i = 0; i < plan.sites().size(); i++) {
      Place place = plan.sites().get(i).place();
      List<StateResource> resources = state.ofSite(place.site().name());
      if (!resources.isEmpty()) {
        perimeters.add(perimeter(plan.policies().get(i), readBack(place, resources)));
      }
    }
    return perimeters;
  }

  private static Perimeter perimeter(Policy policy, SitePlan site) {
    return new Perimeter(site.place(), policy, firewall(site, policy), site.terrain());
  }
}
