package anyware.cloud;

import java.util.Optional;

/**
 * How a balancer probes the connectors; what is absent is the cloud's to decide.
 *
 * @param intervalSeconds the time from one probe of a connector to the next
 * @param timeoutSeconds after how long without an answer a probe has failed
 * @param healthy how many probes in a row must succeed before a connector gets sessions
 * @param unhealthy how many must fail before it gets none
 */
public record Probing(
    Optional<Integer> intervalSeconds,
    Optional<Integer> timeoutSeconds,
    Optional<Integer> healthy,
    Optional<Integer> unhealthy) {
  /** Everything as the cloud does it. */
  public static final Probing DEFAULT =
      new Probing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
