package anyware.net;

/**
 * Consecutive ports.
 *
 * @param first the first port, 0 to 65535
 * @param last the last port, not below the first, at most 65535
 */
public record PortRange(int first, int last) {
  /** Every port, 0 included: rules that name no port mean this. */
  public static final PortRange ALL = new PortRange(0, 65535);

  /**
   * @throws IllegalArgumentException when the ports are out of range or in the wrong order
   */
  public PortRange {
    if (first < 0 || last > 65535 || first > last) {
      throw new IllegalArgumentException("ports " + first + " to " + last);
    }
  }

  /** One port, 0 to 65535. */
  public static PortRange of(int port) {
    return new PortRange(port, port);
  }

  /** Whether the port is in the range. */
  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  /** {@code 443} or {@code 1024-65535}. */
  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
