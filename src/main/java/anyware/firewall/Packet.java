package anyware.firewall;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.IpAddress;
import anyware.net.IpProtocol;
import java.util.Optional;

/**
 * The first packet of a connection as one machine's firewall sees it; replies pass, since all three
 * clouds keep state.
 *
 * @param at the role of the machine whose firewall decides
 * @param direction which way the connection is opened, seen from that machine
 * @param other the machine at the other end
 * @param protocol the IP protocol
 * @param port the destination port, 0 to 65535; 0 where the protocol has none
 */
public record Packet(Role at, Direction direction, Host other, IpProtocol protocol, int port) {

  /**
   * A machine.
   *
   * @param role the role that it carries at this site; absent for everybody else
   * @param address its address
   */
  public record Host(Optional<Role> role, IpAddress address) {
    /** A machine without a role. */
    public static Host outside(IpAddress address) {
      return new Host(Optional.empty(), address);
    }

    /** A machine with a role. */
    public static Host member(Role role, IpAddress address) {
      return new Host(Optional.of(role), address);
    }

    /** The role, or nothing, and the address. */
    @Override
    public String toString() {
      return role.map(r -> r.slug() + " ").orElse("") + address;
    }
  }

  /** A sentence for a person. */
  @Override
  public String toString() {
    String traffic = protocol.hasPorts() ? port + "/" + protocol : protocol.toString();
    return direction == Direction.INBOUND
        ? traffic + " from " + other + " to " + at.slug()
        : traffic + " from " + at.slug() + " to " + other;
  }
}
