package anyware.net;

import java.util.Locale;

/** Which way a connection is opened, seen from the guarded machine. */
public enum Direction {
  /** Towards the guarded machine. */
  INBOUND,
  /** From the guarded machine. */
  OUTBOUND;

  /** {@code inbound} or {@code outbound}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
