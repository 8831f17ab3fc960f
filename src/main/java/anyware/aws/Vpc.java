package anyware.aws;

import anyware.net.Cidr;
import java.util.List;

/**
 * The site's network, IPv4 only, with DNS names, an internet gateway and a default security group
 * without rules, so that a machine without a role's group reaches nothing and is not reached
 * (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).
 *
 * @param name the logical name, also of the gateway and the default group
 * @param ranges the addresses, each /16 to /28; one where this program makes the network
 *     (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html)
 * @param publicRoutes by way of the internet gateway; connectors and the balancer live here
 * @param privateRoutes within the network only, until the owner adds a way out; workstations and
 *     license servers live here
 */
public record Vpc(
    String name, List<Cidr> ranges, RouteTable publicRoutes, RouteTable privateRoutes) {
  /** Copies the ranges. */
  public Vpc {
    ranges = List.copyOf(ranges);
  }
}
