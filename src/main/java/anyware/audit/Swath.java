package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import anyware.net.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Connections of one role, joined from many classes of packets.
 *
 * @param at whose firewall decides
 * @param direction which way, seen from that role
 * @param traffic what is spoken; not empty
 * @param others who is at the other end; not empty
 */
public record Swath(Role at, Direction direction, List<Traffic> traffic, List<Others> others) {
  private static final int WIDE_PREFIX = 3;

  /** Copies the lists. */
  public Swath {
    traffic = List.copyOf(traffic);
    others = List.copyOf(others);
  }

  /**
   * Machines at the other end.
   *
   * @param role their role; absent for machines without one
   * @param addresses their addresses, ascending and apart; for machines without a role the subnets
   *     of roles in between count as inside
   * @param whole whether these are all machines of the role
   */
  public record Others(Optional<Role> role, List<AddressRange> addresses, boolean whole) {
    /** Copies the addresses. */
    public Others {
      addresses = List.copyOf(addresses);
    }

    /** The role, the addresses, or both. */
    @Override
    public String toString() {
      String text = RangeText.of(addresses);
      return role.map(r -> whole ? r.slug() : r.slug() + " " + text).orElse(text);
    }
  }

  /** Joins classes of packets into as few swaths as say the same. */
  static List<Swath> of(Collection<PacketClass> classes, Terrain terrain) {
    Map<Line, List<PacketClass>> lines = new LinkedHashMap<>();
    for (PacketClass packets : classes) {
      lines.computeIfAbsent(Line.of(packets), line -> new ArrayList<>()).add(packets);
    }
    Map<Row, List<Traffic>> rows = new LinkedHashMap<>();
    lines.forEach(
        (line, packets) ->
            traffic(line, packets, terrain)
                .forEach(
                    (traffic, others) ->
                        rows.computeIfAbsent(
                                new Row(line.at(), line.direction(), others),
                                row -> new ArrayList<>())
                            .add(traffic)));
    Map<Head, List<Others>> heads = new LinkedHashMap<>();
    rows.forEach(
        (row, traffic) ->
            heads
                .computeIfAbsent(
                    new Head(row.at(), row.direction(), simplest(traffic)),
                    head -> new ArrayList<>())
                .add(row.others()));
    return heads.entrySet().stream()
        .map(
            entry ->
                new Swath(
                    entry.getKey().at(),
                    entry.getKey().direction(),
                    entry.getKey().traffic(),
                    entry.getValue()))
        .toList();
  }

  private record Line(
      Role at, Direction direction, IpProtocol protocol, Optional<Role> other) {
    static Line of(PacketClass packets) {
      return new Line(packets.at(), packets.direction(), packets.protocol(), packets.other());
    }
  }

  private record Row(Role at, Direction direction, Others others) {}

  private record Head(Role at, Direction direction, List<Traffic> traffic) {}

  /** Neighbouring ports that concern the same machines, each as one. */
  private static Map<Traffic, Others> traffic(
      Line line, List<PacketClass> classes, Terrain terrain) {
    TreeMap<Integer, List<AddressRange>> byPort = new TreeMap<>();
    Map<Integer, Integer> lastPorts = new TreeMap<>();
    for (PacketClass packets : classes) {
      byPort
          .computeIfAbsent(packets.ports().first(), port -> new ArrayList<>())
          .add(packets.addresses());
      lastPorts.put(packets.ports().first(), packets.ports().last());
    }
    Map<Traffic, Others> traffic = new LinkedHashMap<>();
    int first = byPort.firstKey();
    int last = -1;
    Optional<Others> open = Optional.empty();
    for (Map.Entry<Integer, List<AddressRange>> entry : byPort.entrySet()) {
      Others others = Ranges.others(line.other(), entry.getValue(), terrain);
      if (open.isPresent() && !(open.get().equals(others) && entry.getKey() == last + 1)) {
        traffic.put(traffic(line.protocol(), first, last), open.get());
        first = entry.getKey();
      }
      open = Optional.of(others);
      last = Optional.ofNullable(lastPorts.get(entry.getKey())).orElseThrow();
    }
    traffic.put(traffic(line.protocol(), first, last), open.orElseThrow());
    return traffic;
  }

  private static Traffic traffic(IpProtocol protocol, int first, int last) {
    return new Traffic(
        Optional.of(protocol), protocol.hasPorts() ? new PortRange(first, last) : PortRange.ALL);
  }

  private static List<Traffic> simplest(List<Traffic> traffic) {
    boolean everything =
        SideBySide.USUAL.stream()
            .allMatch(
                protocol -> traffic.contains(new Traffic(Optional.of(protocol), PortRange.ALL)));
    return everything ? List.of(Traffic.ANY) : List.copyOf(traffic);
  }

  /**
   * Whether machines anywhere on the internet can open these connections: the other end is an
   * eighth of an address family at least, be it in pieces.
   */
  public boolean isInternetExposure() {
    return direction == Direction.INBOUND
        && others.stream()
            .filter(other -> other.role().isEmpty())
            .flatMap(other -> other.addresses().stream())
            .anyMatch(range -> range.isAsWideAs(WIDE_PREFIX));
  }

  /** What is spoken, in words. */
  public List<String> trafficTexts() {
    return traffic.stream()
        .map(
            spoken ->
                spoken.protocol().filter(SideBySide.UNNAMED::equals).isPresent()
                    ? "other protocols"
                    : spoken.toString())
        .toList();
  }

  /** Who is at the other end, in words. */
  public String othersText() {
    return others.stream().map(Others::toString).collect(Collectors.joining(", "));
  }

  /** The connections in words, from the end that opens them to the end that accepts them. */
  @Override
  public String toString() {
    String spoken = String.join(", ", trafficTexts());
    return direction == Direction.INBOUND
        ? spoken + " from " + othersText() + " to " + at.slug()
        : spoken + " from " + at.slug() + " to " + othersText();
  }
}
