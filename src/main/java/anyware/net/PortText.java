package anyware.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ports and their protocols in as few words as say it all: {@code 80, 443 tcp, 4172 tcp+udp}. */
public final class PortText {
  private PortText() {}

  /**
   * Ports of one protocol.
   *
   * @param protocol the protocol's name
   * @param ports the ports; {@link PortRange#ALL} for the protocol as a whole
   */
  public record Ports(String protocol, PortRange ports) {}

  /** The ports, those of the same protocols together, ascending; empty where there are none. */
  public static String of(Collection<Ports> ports) {
    Map<String, List<PortRange>> byProtocol = new TreeMap<>();
    ports.forEach(
        one ->
            byProtocol.computeIfAbsent(one.protocol(), key -> new ArrayList<>()).add(one.ports()));
    Map<PortRange, TreeSet<String>> protocols =
        new TreeMap<>(Comparator.comparingInt(PortRange::first).thenComparingInt(PortRange::last));
    byProtocol.forEach(
        (protocol, ranges) ->
            joined(ranges)
                .forEach(
                    range ->
                        protocols.computeIfAbsent(range, key -> new TreeSet<>()).add(protocol)));
    Map<String, List<PortRange>> together = new LinkedHashMap<>();
    protocols.forEach(
        (range, names) ->
            together.computeIfAbsent(String.join("+", names), key -> new ArrayList<>()).add(range));
    return together.entrySet().stream()
        .map(entry -> text(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** A protocol as a whole begins with port 0, so it stands alone. */
  private static String text(List<PortRange> ranges, String protocols) {
    return ranges.contains(PortRange.ALL)
        ? protocols
        : ranges.stream().map(PortRange::toString).collect(Collectors.joining(", "))
            + " "
            + protocols;
  }

  /** The same ports in as few ranges as possible, ascending. */
  public static List<PortRange> joined(Collection<PortRange> ranges) {
    List<PortRange> joined = new ArrayList<>();
    for (PortRange next :
        ranges.stream().sorted(Comparator.comparingInt(PortRange::first)).toList()) {
      int last = joined.size() - 1;
      if (last >= 0 && next.first() <= joined.get(last).last() + 1) {
        PortRange before = joined.get(last);
        joined.set(last, new PortRange(before.first(), Math.max(before.last(), next.last())));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
