package anyware.aws;

import anyware.net.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * A route table and the subnets that follow it
 * (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html).
 *
 * @param name the logical name, also of the IPv4 route that leads out of the network
 * @param subnets the subnets, at most one a zone
 * @param nat the NAT gateway by way of which connections leave; absent where that is the internet
 *     gateway, or nothing. IPv6 leaves by the internet gateway, by the egress-only one, or nowhere
 */
public record RouteTable(String name, List<Subnet> subnets, Optional<NatGateway> nat) {

  /** What the logical name of an IPv6 route ends with. */
  static final String IPV6 = "-ipv6";

  /** Copies the subnets. */
  public RouteTable {
    subnets = List.copyOf(subnets);
  }

  /** The logical name of the IPv6 route that leads out of the network. */
  public String ipv6Name() {
    return name + IPV6;
  }

  /** The subnets' addresses. */
  public List<Cidr> ranges() {
    return subnets.stream().map(Subnet::cidr).toList();
  }
}
