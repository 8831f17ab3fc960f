package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.Direction;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Connections of one role, joined from many classes of packets.
 *
 * @param at whose firewall decides
 * @param direction which way, seen from that role
 * @param traffic protocols and ports; not empty
 * @param others who is at the other end; not empty
 */
public record FlowGroup(
    Role at, Direction direction, List<TrafficClass> traffic, List<OtherEnd> others) {
  /** Copies the lists. */
  public FlowGroup {
    traffic = List.copyOf(traffic);
    others = List.copyOf(others);
  }

  /** Whether packets of one of the classes that were joined are in this group. */
  boolean joins(Role role, Direction way, TrafficClass packets) {
    return role == at
        && way == direction
        && traffic.stream().anyMatch(joined -> joined.contains(packets));
  }

  /** Whether machines anywhere on the internet can open these connections. */
  public boolean isInternetExposure() {
    return direction == Direction.INBOUND && others.stream().anyMatch(OtherEnd::isInternet);
  }

  /** The connections in words, from the end that opens them to the end that accepts them. */
  @Override
  public String toString() {
    String what = traffic.stream().map(TrafficClass::toString).collect(Collectors.joining(", "));
    String who = others.stream().map(OtherEnd::toString).collect(Collectors.joining(", "));
    return direction == Direction.INBOUND
        ? what + " from " + who + " to " + at.slug()
        : what + " from " + at.slug() + " to " + who;
  }
}
