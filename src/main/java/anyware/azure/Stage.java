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
record Stage(String group, List<Filter> filters) {

  /** A group with its own rules, in front of the platform's. */
  static Stage of(
      String group, List<Rule> rules, Role role, Direction direction, Surroundings surroundings) {
    List<Filter> filters =
        Stream.concat(rules.stream(), DefaultRules.ALL.stream())
            .filter(rule -> rule.direction() == direction)
            .flatMap(rule -> Filter.of(rule, role, surroundings).stream())
            .sorted(Filter.ORDER)
            .toList();
    return new Stage(group, filters);
  }

  StageJudge judge(IpProtocol protocol, int port) {
    List<Filter> matching = new ArrayList<>();
    for (Filter filter : filters) {
      if (filter.carries(protocol, port)) {
        matching.add(filter);
        if (filter.isEverybody()) {
          break; // No rule behind it is ever asked.
        }
      }
    }
    return new StageJudge(group, protocol, port, filters, matching);
  }
}
