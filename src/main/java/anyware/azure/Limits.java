package anyware.azure;

import anyware.problem.Problem;
import anyware.settings.Quotas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What Azure would refuse of a plan. */
public final class Limits {
  /**
   * Rules of a network security group
   * (https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits).
   */
  private static final int MOST_RULES = 1000;

  /** Prefixes in the sources, and again in the destinations, of a group's rules; the same page. */
  private static final int MOST_PREFIXES = 4000;

  /** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview */
  private static final int FIRST_PRIORITY = 100;

  /** The same page. */
  private static final int LAST_PRIORITY = 4096;

  private Limits() {}

  /**
   * The problems of a plan, empty when Azure takes it. How many public addresses a subscription may
   * have depends on its offer; that is left to Azure.
   *
   * @param plan the plan of one site
   * @param quotas the account's quotas, none of which is about Azure
   */
  public static List<Problem> problems(Plan plan, Quotas quotas) {
    List<Problem> problems = new ArrayList<>();
    String path = "anyware-network:sites." + plan.place().site();
    plan.roles().forEach(ofRole -> checkRules(problems, path, ofRole));
    problems.addAll(BalancerLimits.problems(plan, path));
    return problems;
  }

  private static void checkRules(List<Problem> problems, String path, RoleGroups ofRole) {
    String group = " in the network security group of " + ofRole.role().slug();
    List<Rule> rules = ofRole.rules();
    check(problems, path, rules.size(), MOST_RULES, "rules" + group);
    check(problems, path, prefixes(rules, Rule::source), MOST_PREFIXES, "sources" + group);
    check(
        problems, path, prefixes(rules, Rule::destination), MOST_PREFIXES, "destinations" + group);
    checkPriorities(problems, path, rules, group);
  }

  private static void checkPriorities(
      List<Problem> problems, String path, List<Rule> rules, String group) {
    Set<List<Object>> taken = new HashSet<>();
    for (Rule rule : rules) {
      boolean isInRange = FIRST_PRIORITY <= rule.priority() && rule.priority() <= LAST_PRIORITY;
      boolean isFree = taken.add(List.of(rule.direction(), rule.priority()));
      if (!isInRange || !isFree) {
        problems.add(
            new Problem(
                path,
                "priority %d%s of the %s rule %s%s"
                    .formatted(
                        rule.priority(),
                        isFree ? "" : " a second time",
                        rule.direction().slug(),
                        rule.name(),
                        group),
                "%d to %d, each once in a direction".formatted(FIRST_PRIORITY, LAST_PRIORITY),
                "this version has no place for that rule: leave out the setting behind it"));
      }
    }
  }

  private static void check(List<Problem> problems, String path, int found, int most, String what) {
    if (found > most) {
      problems.add(
          new Problem(
              path, found + " " + what, "at most " + most, "give the peers fewer, wider prefixes"));
    }
  }

  private static int prefixes(List<Rule> rules, Function<Rule, RuleEnd> side) {
    return rules.stream().map(side).mapToInt(end -> end.countedPrefixes().size()).sum();
  }
}
