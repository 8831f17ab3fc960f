package anyware.gcp;

import anyware.cloud.Probing;
import anyware.net.AddressSet;
import anyware.problem.Problem;
import anyware.settings.Quotas;
import java.util.List;
import java.util.stream.Stream;

/** What Google Cloud would refuse about a plan. */
public final class Limits {
  /** Per rule, sources or destinations (https://cloud.google.com/firewall/quotas). */
  static final int RANGES = 5000;

  /** Per Cloud Armor policy, its default rule included (https://cloud.google.com/armor/quotas). */
  static final int ARMOR_RULES = 200;

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
    return Stream.of(
            plan.rules().stream().flatMap(rule -> ranges(path, rule)),
            plan.application().stream().flatMap(balancer -> armor(path, balancer)),
            plan.balancer().stream().flatMap(balancer -> probing(path, balancer)),
            new PlaceLimits(plan, path).problems())
        .flatMap(part -> part)
        .toList();
  }

  private static Stream<Problem> armor(String path, ApplicationBalancer balancer) {
    int ranges =
        balancer.rules().stream()
            .filter(rule -> rule.priority() != ArmorRule.DEFAULT_PRIORITY)
            .mapToInt(rule -> rule.sources().prefixes().size())
            .sum();
    return balancer.rules().size() <= ARMOR_RULES
        ? Stream.empty()
        : Stream.of(
            new Problem(
                path,
                ranges + " address ranges of clients, internalClients and administrators",
                "at most %d rules of up to %d ranges in the balancer's Cloud Armor policy, not %d"
                    .formatted(ARMOR_RULES, ArmorPlanner.RANGES, balancer.rules().size()),
                "join ranges of these peers, or use a balancer of layer 4"));
  }

  /** https://cloud.google.com/compute/docs/reference/rest/v1/healthChecks */
  private static Stream<Problem> probing(String path, LoadBalancer balancer) {
    Probing probing = balancer.kind().probing();
    int interval = probing.intervalSeconds().orElse(0);
    int timeout = probing.timeoutSeconds().orElse(0);
    return timeout <= interval
        ? Stream.empty()
        : Stream.of(
            new Problem(
                path + ".balancer.healthCheck.timeoutSeconds",
                String.valueOf(timeout),
                "at most intervalSeconds, which is " + interval,
                ""));
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
