package anyware.audit;

import anyware.catalogue.Role;
import anyware.firewall.Packet;
import anyware.firewall.Packet.Host;
import anyware.net.AddressRange;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.PortRange;
import java.util.Optional;

/**
 * Packets that no rule of two firewalls tells apart.
 *
 * @param at whose firewall decides
 * @param direction which way, seen from that role
 * @param protocol the IP protocol
 * @param ports the destination ports; {@code 0} where the protocol has none
 * @param other the role at the other end; absent for machines without one
 * @param addresses the other end's addresses
 */
record PacketClass(
    Role at,
    Direction direction,
    IpProtocol protocol,
    PortRange ports,
    Optional<Role> other,
    AddressRange addresses) {

  /** One of the packets. */
  Packet example() {
    return new Packet(at, direction, new Host(other, addresses.first()), protocol, ports.first());
  }
}
