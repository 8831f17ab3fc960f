package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.Direction;
import anyware.net.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Connections of one role, joined from many classes of packets.
 *
 * @param at whose firewall decides
 * @param direction which way, seen from that role
 * @param traffic what is spoken; not empty
 * @param others who is at the other end; not empty
 */
public record FlowGroup(Role at, Direction direction, List<Traffic> traffic, List<Others> others) {
  private static final int WIDE_PREFIX = 3;

  /** Copies the lists. */
  public FlowGroup {
    traffic = List.copyOf(traffic);
    others = List.copyOf(others);
  }

  /**
   * Machines at the other end.
   *
   * @param role their role; absent for machines by address alone
   * @param addresses their addresses, ascending and apart
   * @param whole whether these are all machines of the role
   * @param except roles whose machines at these addresses are not meant
   */
  public record Others(
      Optional<Role> role, List<AddressRange> addresses, boolean whole, List<Role> except) {
    /** Copies the lists. */
    public Others {
      addresses = List.copyOf(addresses);
      except = List.copyOf(except);
    }

    /** The role, the addresses, or both. */
    @Override
    public String toString() {
      String text = RangeText.of(addresses, except);
      return role.map(r -> whole ? r.slug() : r.slug() + " " + text).orElse(text);
    }
  }

  /** Whether these packets, of which flow groups were made, are in this one. */
  boolean joins(PacketClass packets) {
    return packets.at() == at
        && packets.direction() == direction
        && traffic.stream()
            .anyMatch(spoken -> spoken.matches(packets.protocol(), packets.ports().first()));
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
                spoken.protocol().filter(FirewallComparison.UNNAMED::equals).isPresent()
                    ? "other protocols"
                    : spoken.toString())
        .toList();
  }

  /** The connections in words, from the end that opens them to the end that accepts them. */
  @Override
  public String toString() {
    String spoken = String.join(", ", trafficTexts());
    String who = others.stream().map(Others::toString).collect(Collectors.joining(", "));
    return direction == Direction.INBOUND
        ? spoken + " from " + who + " to " + at.slug()
        : spoken + " from " + at.slug() + " to " + who;
  }
}
