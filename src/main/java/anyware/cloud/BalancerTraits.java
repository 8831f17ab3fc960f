package anyware.cloud;

import anyware.net.AddressSet;
import anyware.net.Direction;
import java.util.Set;

/**
 * How a cloud's balancer changes what the connectors' firewall sees, and what it filters itself.
 *
 * @param filters the directions in which it filters by rules of its own
 * @param connects whether it opens connections of its own to the connectors, so that their rules
 *     name it as a source
 * @param namedByAddress whether these rules can name it by its addresses only
 * @param keepsClientAddress whether connections reach the connectors with the client's address, so
 *     that their rules must admit the clients themselves
 * @param probes the addresses of the health probes; empty when they come from the balancer itself
 * @param subnets how many subnets of an existing network the balancer must be given
 */
public record BalancerTraits(
    Set<Direction> filters,
    boolean connects,
    boolean namedByAddress,
    boolean keepsClientAddress,
    AddressSet probes,
    CountRange subnets) {
  /** Copies the directions. */
  public BalancerTraits {
    filters = Set.copyOf(filters);
  }
}
