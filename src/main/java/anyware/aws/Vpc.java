package anyware.aws;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A VPC that the program makes, with DNS names, an internet gateway and a default security group
 * without rules, so that a machine without a role's group reaches nothing and is not reached
 * (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).
 *
 * @param name the logical name, also of the gateway and the default group
 * @param ranges the addresses, each /16 to /28; one where this program makes the network
 *     (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html)
 * @param ipv6 whether it has IPv6 addresses beside: a /56 of Amazon's choice, of which each subnet
 *     has a /64 and gives every new machine an address
 *     (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html). They are public, so
 *     what leaves private subnets takes an egress-only internet gateway, which lets nothing in
 * @param publicRoutes by way of the internet gateway; connectors with public addresses and a public
 *     balancer live here
 * @param privateRoutes one a zone, by way of the zone's NAT gateway, or within the network only;
 *     workstations, license servers, connectors without public addresses and an internal balancer
 *     live here
 * @param flowLog the log of all connections, if there is one
 */
public record Vpc(
    String name,
    List<Cidr> ranges,
    boolean ipv6,
    RouteTable publicRoutes,
    List<RouteTable> privateRoutes,
    Optional<FlowLog> flowLog)
    implements Network {
  /** Copies the lists. */
  public Vpc {
    ranges = List.copyOf(ranges);
    privateRoutes = List.copyOf(privateRoutes);
  }

  @Override
  public <T> T fold(Function<Vpc, T> ofCreated, Function<ExistingVpc, T> ofExisting) {
    return ofCreated.apply(this);
  }

  /** The subnets without public addresses, in the order of their zones. */
  public List<Subnet> privateSubnets() {
    return privateRoutes.stream().flatMap(routes -> routes.subnets().stream()).toList();
  }

  /** The NAT gateways, in the order of their zones. */
  public List<NatGateway> natGateways() {
    return privateRoutes.stream().flatMap(routes -> routes.nat().stream()).toList();
  }

  /** Whether there is an egress-only internet gateway: where machines have a way out at all. */
  public boolean isEgressOnly() {
    return ipv6 && !natGateways().isEmpty();
  }

  /** All subnets. */
  List<Subnet> subnets() {
    return Stream.concat(publicRoutes.subnets().stream(), privateSubnets().stream()).toList();
  }

  @Override
  public Optional<List<Cidr>> places(Role role, boolean haveAddresses) {
    return switch (role) {
      case CONNECTOR ->
          Optional.of(haveAddresses ? publicRoutes.ranges() : rangesOf(privateSubnets()));
      case WORKSTATION, LICENSE_SERVER -> Optional.of(rangesOf(privateSubnets()));
      case BALANCER -> Optional.empty();
    };
  }

  @Override
  public Optional<List<Cidr>> rangesOf(Collection<String> names) {
    return Optional.of(
        rangesOf(subnets().stream().filter(subnet -> names.contains(subnet.name())).toList()));
  }

  private static List<Cidr> rangesOf(List<Subnet> subnets) {
    return subnets.stream().map(Subnet::cidr).toList();
  }
}
