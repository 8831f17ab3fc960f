package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.Family;
import anyware.net.Traffic;
import anyware.plan.Place;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a direction that is not limited. The provider takes away the rule that lets
 * everything out of a new group
 * (https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/), so a group that is to
 * be as open as a machine without any of ours needs rules of its own.
 */
final class OpenRulePlanner {
  private static final String REASON = "what this machine opens itself is not limited";

  private OpenRulePlanner() {}

  /** One a role, direction and address family. */
  static List<Rule> of(Place place, Policy policy) {
    List<Rule> rules = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Direction direction : Direction.values()) {
        if (policy.isOpen(role, direction)) {
          for (Family family : Family.values()) {
            rules.add(rule(place, role, direction, family));
          }
        }
      }
    }
    return rules;
  }

  private static Rule rule(Place place, Role role, Direction direction, Family family) {
    String identity = String.join("-", role.slug(), direction.slug(), "everything", family.slug());
    return new Rule(
        place.name(identity, Planner.LOGICAL_NAME),
        role,
        direction,
        Traffic.ANY,
        new RuleEnd.Addresses(family.all()),
        REASON);
  }
}
