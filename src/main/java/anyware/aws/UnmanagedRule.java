package anyware.aws;

import anyware.net.Direction;
import anyware.net.Traffic;

/** What a rule is called that the program did not make, and that has no name of its own. */
final class UnmanagedRule {
  private UnmanagedRule() {}

  /**
   * A group and what the rule opens, such as {@code sg-1 inbound 22/tcp from 0.0.0.0/0}.
   *
   * @param group how the group is called
   * @param direction which way
   * @param traffic the protocol and the ports
   * @param other the other end
   */
  static String name(String group, Direction direction, Traffic traffic, RuleEnd other) {
    return "%s %s %s %s %s"
        .formatted(
            group,
            direction.slug(),
            traffic,
            direction == Direction.INBOUND ? "from" : "to",
            other.label());
  }
}
