package anyware.policy;

import anyware.catalogue.Role;
import anyware.catalogue.Service;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Protocol;
import java.util.Set;

/**
 * A direction in which exactly the policy's flows pass.
 *
 * @param role whose firewall
 * @param direction which way
 * @param only the ports that are denied by default; empty when the whole direction is
 */
public record DefaultDeny(Role role, Direction direction, Set<ClosedPort> only) {

  /** Copies the ports. */
  public DefaultDeny {
    only = Set.copyOf(only);
  }

  /** A deny of the whole direction, all protocols included. */
  public static DefaultDeny all(Role role, Direction direction) {
    return new DefaultDeny(role, direction, Set.of());
  }

  /** Whether the whole direction is denied by default. */
  public boolean whole() {
    return only.isEmpty();
  }

  /**
   * Whether packets with this traffic are denied by default.
   *
   * @param ipProtocol the IP protocol
   * @param port the destination port; of no meaning where the protocol has none
   */
  public boolean covers(IpProtocol ipProtocol, int port) {
    return whole()
        || only.stream()
            .anyMatch(
                closed ->
                    closed.port() == port && IpProtocol.of(closed.protocol()).equals(ipProtocol));
  }

  /**
   * A service's port of one protocol.
   *
   * @param service the service, on the port at which it runs
   * @param protocol the transport protocol
   */
  public record ClosedPort(Service service, Protocol protocol) {
    /** The port number, 1 to 65535. */
    public int port() {
      return service.port();
    }
  }
}
