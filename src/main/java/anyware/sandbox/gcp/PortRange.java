package anyware.sandbox.gcp;

import java.util.Optional;

/**
 * A range of ports as the API writes it, {@code 443} or {@code 8000-8080}.
 *
 * @param first the first port
 * @param last the last port
 */
record PortRange(int first, int last) {
  /** Every port. */
  static final PortRange ALL = new PortRange(0, 65535);

  /**
   * Reads a range.
   *
   * @param text the range
   * @param least the smallest port allowed
   * @return the range; empty when the text is none, is reversed, or leaves least to 65535
   */
  static Optional<PortRange> of(String text, int least) {
    if (!text.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
      return Optional.empty();
    }
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    int last = Integer.parseInt(text.substring(dash + 1));
    return first >= least && first <= last && last <= 65535
        ? Optional.of(new PortRange(first, last))
        : Optional.empty();
  }

  /**
   * Tells whether two ranges share a port.
   *
   * @param other the other range
   */
  boolean overlaps(PortRange other) {
    return first <= other.last && other.first <= last;
  }

  /** Writes the range as the API shows it in a forwarding rule, with both ends. */
  @Override
  public String toString() {
    return first + "-" + last;
  }
}
