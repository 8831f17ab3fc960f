package anyware.gcp;

import anyware.net.AddressSet;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import java.util.List;
import java.util.stream.Stream;

/** What Google Cloud would refuse about a plan. */
public final class Limits {
  /** Per rule, sources or destinations (https://cloud.google.com/firewall/quotas). */
  static final int RANGES = 5000;

  private Limits() {}

  /**
   * Everything about the plan that the platform would refuse. Quotas of a project (rules, networks,
   * static addresses) differ from project to project and are not checked.
   *
   * @param plan the plan
   * @param quotas not used: none of them is Google's
   */
  public static List<Problem> problems(Plan plan, Quotas quotas) {
    String path = "anyware-network:sites." + plan.place().site();
    return Stream.concat(
            plan.rules().stream().flatMap(rule -> ranges(path, rule)),
            new PlaceLimits(plan, path).problems())
        .toList();
  }

  private static Stream<Problem> ranges(String path, Rule rule) {
    AddressSet addresses = rule.remote().addresses();
    return addresses.prefixes().size() <= RANGES
        ? Stream.empty()
        : Stream.of(
            new Problem(
                path,
                "%d address ranges in the rule %s (%s)"
                    .formatted(addresses.prefixes().size(), rule.name(), rule.description()),
                "at most " + RANGES + " of one family",
                "join ranges of the peers that the rule is for"));
  }
}
