package anyware.gcp;

/**
 * What is written to Cloud Logging.
 *
 * @param flows samples of the connections in the subnets of a network that is made
 *     (https://cloud.google.com/vpc/docs/flow-logs)
 * @param rules each connection that a firewall rule allows or denies
 *     (https://cloud.google.com/firewall/docs/firewall-rules-logging)
 * @param balancer each request or connection to the balancer
 *     (https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring)
 */
public record Logging(boolean flows, boolean rules, boolean balancer) {
  /** Nothing is. */
  static final Logging NONE = new Logging(false, false, false);
}
