package anyware.settings;

import anyware.net.Port;
import java.util.Locale;
import java.util.Optional;

/**
 * A connection of which somebody has written down that it must be open, or must stay closed.
 *
 * @param path where in the settings it stands
 * @param state what must be the case
 * @param from who opens the connection; this end or the other is a role
 * @param to who accepts it
 * @param port the destination port
 * @param site the site that it is about; absent for every site that has the roles
 */
public record Expectation(
    String path, State state, Endpoint from, Endpoint to, Port port, Optional<String> site) {

  /** What must be the case. */
  public enum State {
    /** Every such connection passes every firewall on its way. */
    OPEN,
    /** Each such connection is stopped by a firewall on its way. */
    CLOSED;

    /** The name in the settings and in reports. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The connection in words. */
  public String connection() {
    return port + " from " + from + " to " + to;
  }
}
