package anyware.audit;

import anyware.audit.FlowGroup.Others;
import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins classes of packets into few flow groups that say the same. */
final class FlowGroups {
  private static final Comparator<PortRange> PORT_ORDER = Comparator.comparingInt(PortRange::first);

  private FlowGroups() {}

  private record Line(Role at, Direction direction, IpProtocol protocol) {
    static Line of(PacketClass packets) {
      return new Line(packets.at(), packets.direction(), packets.protocol());
    }
  }

  private record Head(Role at, Direction direction, List<Others> others) {}

  /** The flow groups, in the classes' order. */
  static List<FlowGroup> of(Collection<PacketClass> classes, Background background) {
    Map<Line, TreeMap<PortRange, List<PacketClass>>> lines = new LinkedHashMap<>();
    for (PacketClass packets : classes) {
      lines
          .computeIfAbsent(Line.of(packets), line -> new TreeMap<>(PORT_ORDER))
          .computeIfAbsent(packets.ports(), ports -> new ArrayList<>())
          .add(packets);
    }
    Map<Head, List<Traffic>> heads = new LinkedHashMap<>();
    lines.forEach(
        (line, byPorts) -> {
          for (Stretch stretch : stretches(byPorts, background)) {
            heads
                .computeIfAbsent(
                    new Head(line.at(), line.direction(), stretch.others()),
                    head -> new ArrayList<>())
                .add(stretch.traffic(line.protocol()));
          }
        });
    return heads.entrySet().stream()
        .map(
            entry ->
                new FlowGroup(
                    entry.getKey().at(),
                    entry.getKey().direction(),
                    simplest(entry.getValue()),
                    entry.getKey().others()))
        .toList();
  }

  /** Consecutive ports that concern the same machines. */
  private record Stretch(PortRange ports, List<Others> others) {
    Optional<Stretch> extendedBy(Stretch next) {
      return next.ports().first() == ports.last() + 1 && next.others().equals(others)
          ? Optional.of(new Stretch(new PortRange(ports.first(), next.ports().last()), others))
          : Optional.empty();
    }

    Traffic traffic(IpProtocol protocol) {
      return new Traffic(Optional.of(protocol), protocol.hasPorts() ? ports : PortRange.ALL);
    }
  }

  private static List<Stretch> stretches(
      SortedMap<PortRange, List<PacketClass>> byPorts, Background background) {
    List<Stretch> stretches = new ArrayList<>();
    byPorts.forEach(
        (ports, classes) -> {
          Stretch next = new Stretch(ports, OtherEnds.of(classes, background));
          int last = stretches.size() - 1;
          Optional<Stretch> joined =
              last < 0 ? Optional.empty() : stretches.get(last).extendedBy(next);
          joined.ifPresentOrElse(longer -> stretches.set(last, longer), () -> stretches.add(next));
        });
    return stretches;
  }

  private static List<Traffic> simplest(List<Traffic> traffic) {
    boolean everything =
        FirewallComparison.USUAL.stream()
            .allMatch(
                protocol -> traffic.contains(new Traffic(Optional.of(protocol), PortRange.ALL)));
    return everything ? List.of(Traffic.ANY) : traffic;
  }
}
