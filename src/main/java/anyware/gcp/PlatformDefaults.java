package anyware.gcp;

import anyware.firewall.Verdict.Outcome;
import anyware.net.AddressSet;
import anyware.net.Direction;

/** What happens where no rule decides. */
final class PlatformDefaults {
  /**
   * The metadata server, which is also the machines' DNS, NTP and DHCP server: every machine may
   * talk with its own, and no rule changes that
   * (https://cloud.google.com/firewall/docs/firewalls#alwaysallowed).
   */
  static final AddressSet METADATA_SERVER = AddressSet.of("169.254.169.254", "fd20:ce::254");

  private PlatformDefaults() {}

  /**
   * The two implied rules, in both address families, behind every other rule: an explicit one of
   * their own priority 65535 can't defeat the denial and can defeat the allowance, as a denial goes
   * first (https://cloud.google.com/firewall/docs/firewalls#default_firewall_rules).
   */
  static Outcome outcome(Direction direction) {
    return direction == Direction.INBOUND ? Outcome.CLOSED : Outcome.OPEN;
  }

  /** The implied rule's name in verdicts. */
  static String rule(Direction direction) {
    return direction == Direction.INBOUND ? "implied deny ingress" : "implied allow egress";
  }
}
