package anyware.net;

/**
 * Any protocol that an IP packet can carry. Flows use {@link Protocol} only; packets and the rules
 * of foreign networks can have others.
 *
 * @param number the protocol's number, 0 to 255
 *     (https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml)
 */
public record IpProtocol(int number) implements Comparable<IpProtocol> {
  /** Internet Control Message Protocol. */
  public static final IpProtocol ICMP = new IpProtocol(1);

  /** Transmission Control Protocol. */
  public static final IpProtocol TCP = new IpProtocol(6);

  /** User Datagram Protocol. */
  public static final IpProtocol UDP = new IpProtocol(17);

  /** Encapsulating Security Payload. */
  public static final IpProtocol ESP = new IpProtocol(50);

  /** Authentication Header. */
  public static final IpProtocol AH = new IpProtocol(51);

  /** ICMP of IPv6. */
  public static final IpProtocol ICMPV6 = new IpProtocol(58);

  /** Stream Control Transmission Protocol. */
  public static final IpProtocol SCTP = new IpProtocol(132);

  /**
   * @throws IllegalArgumentException when the number is not 0 to 255
   */
  public IpProtocol {
    if (number < 0 || number > 255) {
      throw new IllegalArgumentException("protocol number " + number);
    }
  }

  /** The protocol of a flow. */
  public static IpProtocol of(Protocol protocol) {
    return protocol == Protocol.TCP ? TCP : UDP;
  }

  /** Whether the protocol has ports that rules can name. */
  public boolean hasPorts() {
    return equals(TCP) || equals(UDP) || equals(SCTP);
  }

  @Override
  public int compareTo(IpProtocol other) {
    return Integer.compare(number, other.number);
  }

  /** The usual name in lower case, or the number. */
  @Override
  public String toString() {
    return switch (number) {
      case 1 -> "icmp";
      case 6 -> "tcp";
      case 17 -> "udp";
      case 50 -> "esp";
      case 51 -> "ah";
      case 58 -> "icmpv6";
      case 132 -> "sctp";
      default -> "protocol " + number;
    };
  }
}
