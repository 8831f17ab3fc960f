package anyware.net;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /**
   * The ports at which the answer of {@link #matches} may change for packets of one protocol: where
   * a range begins, and right behind its end.
   *
   * @param traffic what rules are about
   * @param protocol the packets' protocol
   */
  public static Set<Integer> boundaries(Collection<Traffic> traffic, IpProtocol protocol) {
    Set<Integer> boundaries = new TreeSet<>();
    for (Traffic one : traffic) {
      if (one.matches(protocol, one.ports.first())) {
        boundaries.add(one.ports.first());
        boundaries.add(one.ports.last() + 1);
      }
    }
    return boundaries;
  }

  /** All that a rule is about, separated by a comma and a blank. */
  public static String text(Collection<Traffic> traffic) {
    return traffic.stream().map(Traffic::toString).collect(Collectors.joining(", "));
  }

  /** {@code 443/tcp}, {@code icmp} or {@code everything}. */
  @Override
  public String toString() {
    return protocol
        .map(p -> p.hasPorts() && !ports.equals(PortRange.ALL) ? ports + "/" + p : p.toString())
        .orElse("everything");
  }
}
