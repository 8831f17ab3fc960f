package anyware.net;

import java.util.Optional;

/**
 * What a rule is about, whoever the ends are.
 *
 * @param protocol the IP protocol; absent for every protocol
 * @param ports the destination ports; {@link PortRange#ALL} where the protocol has none
 */
public record Traffic(Optional<IpProtocol> protocol, PortRange ports) {
  /** Every protocol and port. */
  public static final Traffic ANY = new Traffic(Optional.empty(), PortRange.ALL);

  /** One port, 1 to 65535, of one protocol. */
  public static Traffic of(Protocol protocol, int port) {
    return new Traffic(Optional.of(IpProtocol.of(protocol)), PortRange.of(port));
  }

  /**
   * Whether a packet with this protocol and destination port is meant.
   *
   * @param packetProtocol the packet's protocol
   * @param port its destination port; of no meaning where the protocol has none
   */
  public boolean matches(IpProtocol packetProtocol, int port) {
    return protocol.isEmpty()
        || (protocol.get().equals(packetProtocol)
            && (!packetProtocol.hasPorts() || ports.contains(port)));
  }

  /** {@code 443/tcp}, {@code icmp} or {@code everything}. */
  @Override
  public String toString() {
    return protocol
        .map(p -> p.hasPorts() && !ports.equals(PortRange.ALL) ? ports + "/" + p : p.toString())
        .orElse("everything");
  }
}
