package anyware.gcp;

import anyware.firewall.BeyondRules;
import anyware.firewall.FixedJudge;
import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;
import java.util.Set;

/** What happens where no rule decides. */
final class PlatformDefaults {
  /**
   * The metadata server, which is also the machines' DNS, NTP and DHCP server: every machine may
   * talk with its own, and no rule changes that
   * (https://cloud.google.com/firewall/docs/firewalls#alwaysallowed).
   */
  static final BeyondRules METADATA_SERVER =
      new BeyondRules(
          Set.of(Direction.values()),
          AddressSet.of("169.254.169.254", "fd20:ce::254"),
          "metadata server",
          "no rule can close the metadata server");

  private static final String REASON = "no rule matches it";

  private PlatformDefaults() {}

  /**
   * The two implied rules, in both address families, behind every other rule: an explicit one of
   * their own priority 65535 can't defeat the denial and can defeat the allowance, as a denial goes
   * first (https://cloud.google.com/firewall/docs/firewalls#default_firewall_rules).
   */
  static FixedJudge impliedRule(Direction direction) {
    return direction == Direction.INBOUND
        ? new FixedJudge(Outcome.CLOSED, "implied deny ingress", REASON)
        : new FixedJudge(Outcome.OPEN, "implied allow egress", REASON);
  }
}
