package anyware.aws;

import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Permits of one role and direction. A group may have a rule per address, but only a few ports: who
 * asks about a port looks at each port once, and then only at the permits that matter.
 *
 * @param all in their order
 * @param byTraffic the same, those about the same traffic together
 */
record RulesByTraffic(List<ResolvedRule> all, Map<Traffic, List<ResolvedRule>> byTraffic) {
  static final RulesByTraffic NONE = of(List.of());

  private static RulesByTraffic of(List<ResolvedRule> permits) {
    Map<Traffic, List<ResolvedRule>> byTraffic = new LinkedHashMap<>();
    for (ResolvedRule permit : permits) {
      byTraffic.computeIfAbsent(permit.traffic(), key -> new ArrayList<>()).add(permit);
    }
    return new RulesByTraffic(permits, byTraffic);
  }

  /** A role's permits, for each direction. */
  static Map<Direction, RulesByTraffic> ofDirections(List<ResolvedRule> permits) {
    Map<Direction, RulesByTraffic> byDirection = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      byDirection.put(
          direction,
          of(permits.stream().filter(permit -> permit.direction() == direction).toList()));
    }
    return byDirection;
  }

  /** All that any of them is about. */
  Set<Traffic> traffic() {
    return byTraffic.keySet();
  }

  /** Those that are about packets with this protocol and destination port. */
  List<ResolvedRule> matching(IpProtocol protocol, int port) {
    List<ResolvedRule> matching = new ArrayList<>();
    byTraffic.forEach(
        (traffic, permits) -> {
          if (traffic.matches(protocol, port)) {
            matching.addAll(permits);
          }
        });
    return matching;
  }
}
