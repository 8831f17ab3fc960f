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

  /**
   * Where machines of a network stand that nobody told of: private addresses
   * (https://cloud.google.com/vpc/docs/subnets#valid-ranges).
   */
  static final AddressSet PRIVATE =
      AddressSet.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fd20::/20");

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

  /**
   * What stands behind our rules in a network that somebody else made: rules of theirs, of which
   * nothing is known but that they may open whatever none of ours closes. A default network, for
   * one, opens SSH and everything inside to every machine, at priority 65534
   * (https://cloud.google.com/firewall/docs/firewalls#more_rules_default_vpc).
   */
  static FixedJudge othersRules(Direction direction) {
    return new FixedJudge(
        Outcome.OPEN,
        "others' " + direction.slug() + " rules",
        "rules of others may open what none of ours closes");
  }
}
