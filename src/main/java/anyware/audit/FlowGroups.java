package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.PortRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Joins classes of packets into few flow groups that say the same. */
final class FlowGroups {
  private static final Comparator<PortRange> PORT_ORDER = Comparator.comparingInt(PortRange::first);

  private FlowGroups() {}

  /** What packets have in common that differ in port and other end. */
  private record ProtocolKey(Role at, Direction direction, ProtocolClass protocol) {
    static ProtocolKey of(PacketClass packets) {
      return new ProtocolKey(packets.at(), packets.direction(), packets.traffic().protocol());
    }
  }

  /** What traffic has in common that is told in one group. */
  private record GroupKey(Role at, Direction direction, List<OtherEnd> others) {}

  /**
   * The flow groups, in the classes' order.
   *
   * @param classes of one comparison, each once
   * @param addresses what their addresses mean
   */
  static List<FlowGroup> of(Collection<PacketClass> classes, SiteAddresses addresses) {
    return of(classes, addresses, Optional.empty());
  }

  /**
   * The same for packets of machines that nobody described.
   *
   * @param classes of one comparison, each once
   * @param addresses what their addresses mean
   * @param assumed who the machines at the other end are taken for; absent where the addresses tell
   */
  static List<FlowGroup> of(
      Collection<PacketClass> classes, SiteAddresses addresses, Optional<String> assumed) {
    Function<List<PacketClass>, List<OtherEnd>> ends =
        assumed
            .map(OtherEnd::assumed)
            .<Function<List<PacketClass>, List<OtherEnd>>>map(end -> packets -> List.of(end))
            .orElse(packets -> OtherEndMerger.merged(packets, addresses));
    Map<ProtocolKey, SortedMap<PortRange, List<PacketClass>>> protocols = new LinkedHashMap<>();
    for (PacketClass packets : classes) {
      protocols
          .computeIfAbsent(ProtocolKey.of(packets), key -> new TreeMap<>(PORT_ORDER))
          .computeIfAbsent(packets.traffic().ports(), ports -> new ArrayList<>())
          .add(packets);
    }
    Map<GroupKey, List<TrafficClass>> groups = new LinkedHashMap<>();
    protocols.forEach(
        (key, byPorts) -> {
          for (PortSpan span : spans(byPorts, ends)) {
            groups
                .computeIfAbsent(
                    new GroupKey(key.at(), key.direction(), span.others()),
                    group -> new ArrayList<>())
                .add(new TrafficClass(key.protocol(), span.ports()));
          }
        });
    List<FlowGroup> flowGroups = new ArrayList<>();
    groups.forEach(
        (key, traffic) ->
            flowGroups.add(
                new FlowGroup(key.at(), key.direction(), simplest(traffic), key.others())));
    return flowGroups;
  }

  /** Consecutive ports with the same machines at the other end. */
  private record PortSpan(PortRange ports, List<OtherEnd> others) {
    Optional<PortSpan> extendedBy(PortSpan next) {
      return next.ports().first() == ports.last() + 1 && next.others().equals(others)
          ? Optional.of(new PortSpan(new PortRange(ports.first(), next.ports().last()), others))
          : Optional.empty();
    }
  }

  private static List<PortSpan> spans(
      SortedMap<PortRange, List<PacketClass>> byPorts,
      Function<List<PacketClass>, List<OtherEnd>> ends) {
    List<PortSpan> spans = new ArrayList<>();
    byPorts.forEach(
        (ports, classes) -> {
          PortSpan next = new PortSpan(ports, ends.apply(classes));
          int last = spans.size() - 1;
          Optional<PortSpan> joined =
              last < 0 ? Optional.empty() : spans.get(last).extendedBy(next);
          joined.ifPresentOrElse(longer -> spans.set(last, longer), () -> spans.add(next));
        });
    return spans;
  }

  private static List<TrafficClass> simplest(List<TrafficClass> traffic) {
    List<ProtocolClass> whole =
        traffic.stream()
            .filter(part -> part.ports().equals(PortRange.ALL))
            .map(TrafficClass::protocol)
            .toList();
    return ProtocolClass.isEverything(whole) ? List.of(TrafficClass.EVERYTHING) : traffic;
  }
}
