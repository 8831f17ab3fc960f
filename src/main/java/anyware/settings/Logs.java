package anyware.settings;

import anyware.cloud.Log;
import java.util.Optional;

/**
 * The logs that are written of a site.
 *
 * @param flows of connections in a created network
 * @param rules of what each firewall rule decided
 * @param balancer of what the balancer is asked
 */
public record Logs(Optional<Log> flows, Optional<Log> rules, Optional<Log> balancer) {
  /** No logs. */
  public static final Logs NONE = new Logs(Optional.empty(), Optional.empty(), Optional.empty());
}
