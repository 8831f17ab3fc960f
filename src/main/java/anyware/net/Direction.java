package anyware.net;

import java.util.Locale;

/** Which way a connection is opened, seen from the machine whose firewall decides. */
public enum Direction {
  /** Towards the machine whose firewall decides. */
  INBOUND,
  /** From the machine whose firewall decides. */
  OUTBOUND;

  /** {@code inbound} or {@code outbound}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
