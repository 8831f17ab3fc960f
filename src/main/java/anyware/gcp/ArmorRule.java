package anyware.gcp;

import anyware.gcp.Rule.Action;
import anyware.net.AddressSet;
import anyware.plan.RuleLine;
import java.util.Locale;

/**
 * A rule of a Cloud Armor security policy that goes by the address of who asks. The rule with the
 * lowest number that matches decides
 * (https://cloud.google.com/armor/docs/security-policy-overview#eval-order).
 *
 * @param priority 0 to 2147483647, the lowest number first
 * @param action whether requests pass
 * @param sources who is meant
 * @param description why the rule is there, 64 characters at most
 */
public record ArmorRule(int priority, Action action, AddressSet sources, String description) {
  /** The priority of the rule that every policy has for whoever no other one means. */
  static final int DEFAULT_PRIORITY = Integer.MAX_VALUE;

  /** Who the default rule means. */
  static final AddressSet EVERYBODY = AddressSet.of("0.0.0.0/0", "::/0");

  /** How the platform writes that a rule means everybody. */
  static final String ANY = "*";

  /** Such as {@code iowa-balancer 1000}: rules have no names. */
  String name(String policy) {
    return policy + " " + priority;
  }

  /** The rule in the words that all clouds share. */
  RuleLine line(String policy, String role, String traffic) {
    return new RuleLine(
        name(policy),
        role,
        "inbound",
        action.name().toLowerCase(Locale.ROOT),
        String.valueOf(priority),
        traffic,
        sources.toString(),
        description);
  }
}
