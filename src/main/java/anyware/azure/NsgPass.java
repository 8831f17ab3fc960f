package anyware.azure;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One network security group on the way to or from a role's machines.
 *
 * @param group the group's name
 * @param filters its rules in one direction, the default ones included, in the order in which they
 *     are tried
 */
record NsgPass(String group, List<ResolvedRule> filters) {

  /** A group with its own rules, in front of the platform's. */
  static NsgPass of(
      String group, List<Rule> rules, Role role, Direction direction, ResolutionContext context) {
    List<ResolvedRule> filters =
        Stream.concat(rules.stream(), DefaultRules.ALL.stream())
            .filter(rule -> rule.direction() == direction)
            .flatMap(rule -> ResolvedRule.of(rule, role, context).stream())
            .sorted(ResolvedRule.ORDER)
            .toList();
    return new NsgPass(group, filters);
  }

  NsgPassJudge judge(IpProtocol protocol, int port) {
    List<ResolvedRule> matching = new ArrayList<>();
    for (ResolvedRule filter : filters) {
      if (filter.carries(protocol, port)) {
        matching.add(filter);
        if (filter.isEverybody()) {
          break; // No rule behind it is ever asked.
        }
      }
    }
    return new NsgPassJudge(group, protocol, port, filters, matching);
  }
}
