package anyware.audit;

import anyware.net.PortRange;

/**
 * Protocols and destination ports that no rule of the firewalls under comparison tells apart, or
 * several such classes in a row.
 *
 * @param protocol the protocols
 * @param ports the ports; {@link PortRange#ALL} where the protocols have none
 */
public record TrafficClass(ProtocolClass protocol, PortRange ports) {
  /** Every protocol and port. */
  static final TrafficClass EVERYTHING = new TrafficClass(ProtocolClass.EVERY, PortRange.ALL);

  /** Whether all of the other traffic is in this one; both are of the same comparison. */
  boolean contains(TrafficClass other) {
    return equals(EVERYTHING)
        || (protocol.equals(other.protocol)
            && ports.first() <= other.ports.first()
            && other.ports.last() <= ports.last());
  }

  /** {@code 443/tcp}, {@code udp} for all of its ports, {@code icmp}, {@code other protocols}. */
  @Override
  public String toString() {
    return ports.equals(PortRange.ALL) ? protocol.toString() : ports + "/" + protocol;
  }
}
