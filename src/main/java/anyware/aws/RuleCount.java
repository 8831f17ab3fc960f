package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Traffic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What AWS counts against the quota of rules per group, which it keeps for each direction and
 * address family on its own: a rule with addresses as one of their family, a rule that names a
 * group as one of either, a rule that names a prefix list as many as the list has room for
 * (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups).
 *
 * <p>It counts at every step of an update, and the engine deletes what is no longer wanted after
 * all that is new. Other entries of a list pass without a rule more, since the provider changes a
 * list in place. But a rule can't change from a list to addresses or back (the provider replaces
 * it:
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_security_group_rule.go):
 * when a gate's addresses become a whole family, or no longer are one, both rules stand side by
 * side for a moment. So a port that is open to lists must leave room for the one rule that may be
 * about to come, or still there.
 *
 * @param role whose group
 * @param direction which way
 * @param family the address family
 * @param rules what the rules come to
 * @param most what they can come to on the way to this plan, or from it, when a list becomes or
 *     ceases to be everybody; at least {@code rules}
 */
record RuleCount(Role role, Direction direction, Family family, int rules, int most) {

  static RuleCount of(Plan plan, Role role, Direction direction, Family family) {
    List<Rule> rules =
        plan.rules().stream()
            .filter(rule -> rule.role() == role && rule.direction() == direction)
            .toList();
    int sum = 0;
    Set<Traffic> open = new HashSet<>();
    Set<Traffic> listed = new HashSet<>();
    for (Rule rule : rules) {
      sum += rule.other().weight(family, plan.prefixLists());
      if (rule.other().equals(new RuleEnd.Addresses(family.all()))) {
        open.add(rule.traffic());
      } else if (rule.other().isListOf(family)) {
        listed.add(rule.traffic());
      }
    }
    listed.removeAll(open);
    return new RuleCount(role, direction, family, sum, sum + listed.size());
  }

  @Override
  public String toString() {
    String counted =
        "%d %s rules for %s in the %s group"
            .formatted(rules, direction.slug(), family.label(), role.slug());
    return most == rules
        ? counted
        : "%s, and %d more for a moment when a list becomes every address, or was"
            .formatted(counted, most - rules);
  }
}
