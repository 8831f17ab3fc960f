package anyware.gcp;

import anyware.net.AddressSet;
import anyware.net.Direction;
import anyware.net.Traffic;
import anyware.plan.RuleLine;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One VPC firewall rule: stateful, for one direction and one action
 * (https://cloud.google.com/firewall/docs/firewalls#firewall_rule_components). Of the rules that
 * match a connection the one with the lowest priority number decides; among equals a denial does.
 *
 * @param name the logical name, from the flow's parts, so that it outlives changes of other rules
 * @param direction which way, seen from the target
 * @param action what happens to a connection that matches
 * @param priority 0 to 65535, the lowest number first
 * @param target the machines that the rule applies to
 * @param remote who is at the other end
 * @param traffic the protocols and destination ports; not empty, any of them matches
 * @param description why the rule is there
 */
public record Rule(
    String name,
    Direction direction,
    Action action,
    int priority,
    Target target,
    RuleEnd remote,
    List<Traffic> traffic,
    String description) {

  /** Copies the traffic. */
  public Rule {
    traffic = List.copyOf(traffic);
  }

  /** What happens to a connection that matches. */
  public enum Action {
    /** It passes, and so do its answers. */
    ALLOW,
    /** It is dropped. */
    DENY,
    /**
     * The rules behind this rule's policy decide
     * (https://cloud.google.com/firewall/docs/firewall-policies-rule-details#actions).
     */
    GO_ON
  }

  /**
   * The rule in the words that all clouds share.
   *
   * @param roles the role behind each network tag of the plan
   */
  RuleLine line(Map<String, String> roles) {
    return new RuleLine(
        name,
        machines(roles, target.tags(), target.serviceAccounts(), target.addresses()),
        direction.slug(),
        action.name().toLowerCase(Locale.ROOT),
        String.valueOf(priority),
        Traffic.text(traffic),
        machines(roles, remote.tags(), remote.serviceAccounts(), remote.addresses()),
        description);
  }

  private static String machines(
      Map<String, String> roles,
      Collection<String> tags,
      Collection<String> accounts,
      AddressSet addresses) {
    String text =
        Stream.of(
                tags.stream().map(tag -> roles.getOrDefault(tag, tag)),
                accounts.stream(),
                addresses.prefixes().stream().map(Object::toString))
            .flatMap(part -> part)
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "every machine" : text;
  }
}
