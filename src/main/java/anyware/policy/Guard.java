package anyware.policy;

import anyware.catalogue.Role;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import java.util.Set;

/**
 * A direction in which exactly the policy's flows pass.
 *
 * @param role whose firewall
 * @param direction which way
 * @param only the ports that are guarded; empty when the whole direction is
 */
public record Guard(Role role, Direction direction, Set<Traffic> only) {

  /** Copies the ports. */
  public Guard {
    only = Set.copyOf(only);
  }

  /** A guard of the whole direction, all protocols included. */
  public static Guard all(Role role, Direction direction) {
    return new Guard(role, direction, Set.of());
  }

  /** Whether the whole direction is guarded. */
  public boolean whole() {
    return only.isEmpty();
  }

  /**
   * Whether packets with this traffic are guarded.
   *
   * @param ipProtocol the IP protocol
   * @param port the destination port; of no meaning where the protocol has none
   */
  public boolean covers(IpProtocol ipProtocol, int port) {
    return whole()
        || only.stream()
            .anyMatch(t -> t.port() == port && IpProtocol.of(t.protocol()).equals(ipProtocol));
  }

  /**
   * A port of one protocol.
   *
   * @param protocol the transport protocol
   * @param port 1 to 65535
   */
  public record Traffic(Protocol protocol, int port) {}
}
