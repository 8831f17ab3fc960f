package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.Traffic;
import anyware.plan.RuleLine;
import java.util.Collection;

/**
 * A rule of a role's group. Rules have no order and no priority: traffic passes when any rule of
 * any group of the machine allows it
 * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 *
 * @param name the logical name: the group, the direction, the opened port and the other end
 * @param role whose group it belongs to
 * @param direction which way
 * @param traffic the protocol and the ports at the accepting end; one port where this program made
 *     the rule
 * @param other where connections come from or go to
 * @param description why the rule is there, at most {@value #DESCRIPTION_LIMIT} characters
 */
public record Rule(
    String name,
    Role role,
    Direction direction,
    Traffic traffic,
    RuleEnd other,
    String description) {

  /**
   * The longest description
   * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html).
   */
  public static final int DESCRIPTION_LIMIT = 255;

  /**
   * The rule in the words that all clouds share.
   *
   * @param lists the prefix lists of the plan
   */
  RuleLine line(Collection<PrefixList> lists) {
    return new RuleLine(
        name,
        role.slug(),
        direction.slug(),
        "allow",
        RuleLine.NO_PRIORITY,
        traffic.toString(),
        other.text(lists),
        description);
  }
}
