package anyware.cloud;

import java.util.Optional;

/**
 * What settings can say of a balancer's probes; what is absent can't be said.
 *
 * @param intervalSeconds the time from one probe of a connector to the next
 * @param timeoutSeconds after how long without an answer a probe has failed
 * @param healthy how many probes in a row must succeed
 * @param unhealthy how many in a row must fail
 */
public record ProbingForm(
    Optional<NumberForm> intervalSeconds,
    Optional<NumberForm> timeoutSeconds,
    Optional<NumberForm> healthy,
    Optional<NumberForm> unhealthy) {
  /** Nothing can be said. */
  public static final ProbingForm NONE =
      new ProbingForm(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
