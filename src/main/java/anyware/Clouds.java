package anyware;

import anyware.audit.Perimeter;
import anyware.plan.SitePlan;
import anyware.policy.Firewall;
import anyware.policy.Policy;
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
    return new anyware.policy.PolicyFirewall(temp); // DEVELOPMENT ONLY
  }

  /** Every site of a stack with its policy and what its plan does, in the sites' order. */
  public static List<Perimeter> perimeters(StackPlan plan) {
    List<Perimeter> perimeters = new ArrayList<>();
    for (int i = 0; i < plan.sites().size(); i++) {
      perimeters.add(perimeter(plan.policies().get(i), plan.sites().get(i)));
    }
    return perimeters;
  }

  private static Perimeter perimeter(Policy policy, SitePlan site) {
    return new Perimeter(site.place(), policy, firewall(site, policy), site.terrain());
  }
}
