package anyware.aws;

import anyware.net.Direction;
import anyware.net.Family;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import java.util.ArrayList;
import java.util.List;

/**
 * What AWS would refuse of a plan, found before anything is registered. How many networks and
 * Elastic IPs an account may have in a region is not known here; AWS says so when it creates them
 * (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html).
 */
public final class Limits {
  static final String SETTINGS = "anyware-network:";

  /**
   * A list can have 1,000 entries, but a call adds or removes at most 100, and the provider makes
   * one call
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html,
   * https://github.com/hashicorp/terraform-provider-aws/issues/35371).
   */
  private static final int LIST_ENTRIES = 100;

  private Limits() {}

  /**
   * Every problem of the plan, none when AWS would take it.
   *
   * @param plan the plan
   * @param quotas what the account may have
   */
  public static List<Problem> problems(Plan plan, Quotas quotas) {
    List<Problem> problems = new ArrayList<>();
    addPrefixLists(problems, plan);
    addRules(problems, plan, quotas.awsRulesPerGroup());
    problems.addAll(AddressLimits.problems(site(plan), plan));
    plan.balancer().ifPresent(balancer -> addHealthCheck(problems, plan, balancer));
    return List.copyOf(problems);
  }

  private static void addPrefixLists(List<Problem> problems, Plan plan) {
    for (PrefixList list : plan.prefixLists()) {
      if (list.entries().size() > LIST_ENTRIES) {
        problems.add(
            new Problem(
                site(plan),
                "%d %s prefixes that pass %s"
                    .formatted(
                        list.entries().size(), list.family().label(), list.gate().identity()),
                "at most %d, the entries that AWS takes at once for a prefix list"
                    .formatted(LIST_ENTRIES),
                "join address ranges in %speers".formatted(SETTINGS)));
      }
    }
  }

  private static void addRules(List<Problem> problems, Plan plan, int quota) {
    for (Group group : plan.groups()) {
      for (Direction direction : Direction.values()) {
        for (Family family : Family.values()) {
          RuleCount count = RuleCount.of(plan, group.role(), direction, family);
          if (count.most() > quota) {
            problems.add(tooManyRules(plan, count, quota));
          }
        }
      }
    }
  }

  private static Problem tooManyRules(Plan plan, RuleCount count, int quota) {
    return new Problem(
        site(plan),
        count.toString(),
        "at most %d per group, direction and address family, at every step of an update"
            .formatted(quota),
        "join address ranges in %speers, or have AWS raise the quota and set %s"
            .formatted(SETTINGS, SETTINGS + "quotas.awsRulesPerGroup"));
  }

  /**
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
   */
  private static void addHealthCheck(List<Problem> problems, Plan plan, LoadBalancer balancer) {
    TargetGroup.Pace pace = balancer.targets().healthCheck().pace();
    if (pace.timeoutSeconds() >= pace.intervalSeconds()) {
      problems.add(
          new Problem(
              site(plan) + ".balancer.healthCheck.timeoutSeconds",
              String.valueOf(pace.timeoutSeconds()),
              "less than intervalSeconds, which is " + pace.intervalSeconds(),
              ""));
    }
  }

  private static String site(Plan plan) {
    return SETTINGS + "sites." + plan.place().site();
  }
}
