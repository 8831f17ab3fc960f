package anyware.gcp;

import anyware.net.Direction;
import anyware.policy.Guard.Traffic;
import java.util.Optional;

/**
 * One VPC firewall rule: stateful, for one direction, one action and one address family
 * (https://cloud.google.com/firewall/docs/firewalls#firewall_rule_components). Of the rules that
 * match a connection the one with the lowest priority number decides; among equals a denial does.
 *
 * @param name the logical name, from the flow's parts, so that it outlives changes of other rules
 * @param direction which way, seen from the target
 * @param action what happens to a connection that matches
 * @param priority 0 to 65535, the lowest number first
 * @param target the network tag of the machines that the rule applies to
 * @param remote who is at the other end
 * @param traffic the protocol and destination port; absent for every protocol
 * @param description why the rule is there
 */
public record Rule(
    String name,
    Direction direction,
    Action action,
    int priority,
    String target,
    Remote remote,
    Optional<Traffic> traffic,
    String description) {

  /** What happens to a connection that matches. */
  public enum Action {
    /** It passes, and so do its answers. */
    ALLOW,
    /** It is dropped. */
    DENY
  }
}
