package anyware.azure;

import java.util.Optional;

/**
 * What is logged of a site.
 *
 * @param flows the storage account that gets the flow logs of the network security groups
 *     (https://learn.microsoft.com/azure/network-watcher/nsg-flow-logs-overview)
 * @param balancer the storage account that gets what an application gateway was asked
 *     (https://learn.microsoft.com/azure/application-gateway/application-gateway-diagnostics)
 */
public record Logging(Optional<String> flows, Optional<String> balancer) {
  /** Nothing. */
  public static final Logging NONE = new Logging(Optional.empty(), Optional.empty());
}
