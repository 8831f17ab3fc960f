package anyware.azure;

import anyware.net.Cidr;
import java.util.List;

/**
 * A virtual network that the plan makes
 * (https://learn.microsoft.com/azure/virtual-network/virtual-networks-overview).
 *
 * @param name the logical name
 * @param ranges its address space; one prefix where this program makes the network
 */
public record VirtualNetwork(String name, List<Cidr> ranges) {
  /** Copies the ranges. */
  public VirtualNetwork {
    ranges = List.copyOf(ranges);
  }
}
