package anyware.audit;

import anyware.catalogue.Role;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.net.AddressRange;
import anyware.net.Direction;
import java.util.Optional;

/**
 * Packets that no rule of the firewalls under comparison tells apart.
 *
 * @param at whose firewall decides
 * @param direction which way, seen from that role
 * @param traffic protocols and destination ports
 * @param other the role at the other end; absent for machines without one
 * @param addresses the other end's addresses
 */
public record PacketClass(
    Role at,
    Direction direction,
    TrafficClass traffic,
    Optional<Role> other,
    AddressRange addresses) {

  /** The packet with the first protocol, the first port and the first address. */
  Packet example() {
    return new Packet(
        at,
        direction,
        new Host(other, addresses.first()),
        traffic.protocol().example(),
        traffic.ports().first());
  }

  /** The packets in words, from the end that opens connections to the end that accepts them. */
  @Override
  public String toString() {
    String others = other.map(role -> role.slug() + " ").orElse("") + range();
    return direction == Direction.INBOUND
        ? traffic + " from " + others + " to " + at.slug()
        : traffic + " from " + at.slug() + " to " + others;
  }

  private String range() {
    return addresses.first().equals(addresses.last())
        ? addresses.first().toString()
        : addresses.first() + "-" + addresses.last();
  }
}
