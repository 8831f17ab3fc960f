package anyware.aws;

import anyware.net.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * A route table and the subnets that follow it
 * (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html).
 *
 * @param name the logical name, also of the route that leads out of the network
 * @param subnets the subnets, at most one a zone
 * @param nat the NAT gateway by way of which connections leave; absent where that is the internet
 *     gateway, or nothing
 */
public record RouteTable(String name, List<Subnet> subnets, Optional<NatGateway> nat) {

  /** Copies the subnets. */
  public RouteTable {
    subnets = List.copyOf(subnets);
  }

  /** The subnets' addresses. */
  public List<Cidr> ranges() {
    return subnets.stream().map(Subnet::cidr).toList();
  }
}
