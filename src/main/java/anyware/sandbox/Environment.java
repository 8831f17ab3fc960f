package anyware.sandbox;

import anyware.sandbox.aws.Quotas;
import anyware.sandbox.engine.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the process's environment says of the clouds that it plays.
 *
 * @param delay what each change takes: {@code SANDBOX_DELAY}, in milliseconds up to an hour; none
 *     by default
 * @param awsQuotas what an AWS account may have: {@code SANDBOX_AWS_RULES_PER_GROUP} and {@code
 *     SANDBOX_AWS_ADDRESSES}; a new account's by default
 * @param faults what goes wrong: {@code SANDBOX_FAULTS}, see {@link Fault#parse}; nothing by
 *     default
 */
record Environment(Duration delay, Quotas awsQuotas, List<Fault> faults) {
  private static final int LONGEST_DELAY = 3_600_000;

  /**
   * The product with the groups of a network interface, of which there is at least one, cannot be
   * raised above: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html.
   */
  private static final int MOST_RULES = 1000;

  /** All addresses that the offline clouds have. */
  private static final int MOST_ADDRESSES = 762;

  /**
   * Reads the variables.
   *
   * @param variables the environment
   * @return what it says
   * @throws IllegalArgumentException when a variable is none of what is allowed; the message has a
   *     line for each
   */
  static Environment of(Map<String, String> variables) {
    Reader reader = new Reader(variables, new ArrayList<>());
    int delay = reader.number("SANDBOX_DELAY", "milliseconds from", 0, LONGEST_DELAY, 0);
    Quotas quotas =
        new Quotas(
            reader.number(
                "SANDBOX_AWS_RULES_PER_GROUP",
                "rules from",
                1,
                MOST_RULES,
                Quotas.DEFAULT.rulesPerSecurityGroup()),
            reader.number(
                "SANDBOX_AWS_ADDRESSES",
                "Elastic IPs from",
                0,
                MOST_ADDRESSES,
                Quotas.DEFAULT.elasticIps()));
    List<Fault> faults = reader.faults("SANDBOX_FAULTS");
    if (!reader.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", reader.problems));
    }
    return new Environment(Duration.ofMillis(delay), quotas, faults);
  }

  private record Reader(Map<String, String> variables, List<String> problems) {
    private List<Fault> faults(String name) {
      try {
        return Fault.parse(variables.getOrDefault(name, ""));
      } catch (IllegalArgumentException wrong) {
        problems.add(name + ": " + wrong.getMessage());
        return List.of();
      }
    }

    private int number(String name, String what, int least, int most, int otherwise) {
      String found = variables.getOrDefault(name, String.valueOf(otherwise));
      if (found.matches("[0-9]{1,7}")
          && Integer.parseInt(found) >= least
          && Integer.parseInt(found) <= most) {
        return Integer.parseInt(found);
      }
      problems.add("%s: found %s; allowed: %s %d to %d".formatted(name, found, what, least, most));
      return otherwise;
    }
  }
}
