package anyware.aws;

import anyware.net.Cidr;
import java.util.List;

/**
 * A route table and the subnets that follow it
 * (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html).
 *
 * @param name the logical name
 * @param subnets the subnets, one a zone
 */
public record RouteTable(String name, List<Subnet> subnets) {

  /** Copies the subnets. */
  public RouteTable {
    subnets = List.copyOf(subnets);
  }

  /** The subnets' addresses. */
  public List<Cidr> ranges() {
    return subnets.stream().map(Subnet::cidr).toList();
  }
}
