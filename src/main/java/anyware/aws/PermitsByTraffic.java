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
 * Permits of one role and direction. A group has one rule per address, but only a few ports: who
 * asks about a port looks at each port once, and then only at the permits that matter.
 *
 * @param all in their order
 * @param byTraffic the same, those about the same traffic together
 */
record PermitsByTraffic(List<Permit> all, Map<Traffic, List<Permit>> byTraffic) {
  static final PermitsByTraffic NONE = of(List.of());

  private static PermitsByTraffic of(List<Permit> permits) {
    Map<Traffic, List<Permit>> byTraffic = new LinkedHashMap<>();
    for (Permit permit : permits) {
      byTraffic.computeIfAbsent(permit.traffic(), key -> new ArrayList<>()).add(permit);
    }
    return new PermitsByTraffic(permits, byTraffic);
  }

  /** A role's permits, for each direction. */
  static Map<Direction, PermitsByTraffic> ofDirections(List<Permit> permits) {
    Map<Direction, PermitsByTraffic> byDirection = new EnumMap<>(Direction.class);
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
  List<Permit> matching(IpProtocol protocol, int port) {
    List<Permit> matching = new ArrayList<>();
    byTraffic.forEach(
        (traffic, permits) -> {
          if (traffic.matches(protocol, port)) {
            matching.addAll(permits);
          }
        });
    return matching;
  }
}
