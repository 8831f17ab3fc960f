package anyware.cloud;

import java.util.Optional;

/**
 * The logs that a cloud can write of a site.
 *
 * @param flows of connections in networks that are created
 * @param rules of what each firewall rule decided
 * @param balancer of requests or connections to the balancer
 */
public record LogsForm(
    Optional<LogForm> flows, Optional<LogForm> rules, Optional<LogForm> balancer) {
  /** A cloud of which no logs are offered. */
  public static final LogsForm NONE =
      new LogsForm(Optional.empty(), Optional.empty(), Optional.empty());
}
