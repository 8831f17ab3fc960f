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
 * Permissions of one role and direction. A group may have a rule per address, but only a few ports:
 * who asks about a port looks at each port once, and then only at the permissions that matter.
 *
 * @param all in their order
 * @param byTraffic the same, those about the same traffic together
 */
record RulesByTraffic(List<Permission> all, Map<Traffic, List<Permission>> byTraffic) {
  static final RulesByTraffic NONE = of(List.of());

  private static RulesByTraffic of(List<Permission> permissions) {
    Map<Traffic, List<Permission>> byTraffic = new LinkedHashMap<>();
    for (Permission permission : permissions) {
      byTraffic.computeIfAbsent(permission.traffic(), key -> new ArrayList<>()).add(permission);
    }
    return new RulesByTraffic(permissions, byTraffic);
  }

  /** A role's permissions, for each direction. */
  static Map<Direction, RulesByTraffic> ofDirections(List<Permission> permissions) {
    Map<Direction, RulesByTraffic> byDirection = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      byDirection.put(
          direction,
          of(
              permissions.stream()
                  .filter(permission -> permission.direction() == direction)
                  .toList()));
    }
    return byDirection;
  }

  /** All that any of them is about. */
  Set<Traffic> traffic() {
    return byTraffic.keySet();
  }

  /** Those that are about packets with this protocol and destination port. */
  List<Permission> matching(IpProtocol protocol, int port) {
    List<Permission> matching = new ArrayList<>();
    byTraffic.forEach(
        (traffic, permissions) -> {
          if (traffic.matches(protocol, port)) {
            matching.addAll(permissions);
          }
        });
    return matching;
  }
}
