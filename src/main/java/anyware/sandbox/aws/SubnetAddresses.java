package anyware.sandbox.aws;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.StoredResource;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The private IPv4 addresses of subnets: which a subnet has to give, and who has them. AWS keeps
 * the first four and the last for itself:
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html.
 */
final class SubnetAddresses {
  private static final int FIRST = 4;
  private static final int RESERVED = FIRST + 1;

  /** One IPv4 address. */
  static final Shape ADDRESS =
      text()
          .where(
              "expected {property} to contain a valid IPv4 address, got: {value}",
              value -> number(String.valueOf(value)).isPresent());

  private SubnetAddresses() {}

  /**
   * Tells why an object cannot have an address of its choice.
   *
   * @param request the object's request
   * @param subnet the subnet's id
   * @param address the address
   * @return the reason as EC2 words it; empty where it can, or where there is no such subnet
   */
  static Optional<String> refusal(RequestContext request, String subnet, String address) {
    Optional<CidrBlock> range = range(request, subnet);
    Optional<BigInteger> number = number(address);
    if (range.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    long place = number.get().subtract(range.get().base()).longValue();
    long size = size(range.get());
    if (place < 0 || place >= size) {
      return Optional.of(
          "InvalidParameterValue: Address %s does not fall within the subnet's address range"
              .formatted(address));
    }
    if (place < FIRST || place == size - 1) {
      return Optional.of(
          "InvalidParameterValue: Address %s is in subnet's reserved address range"
              .formatted(address));
    }
    return taken(request, subnet).contains(address)
        ? Optional.of("InvalidIPAddress.InUse: Address %s is in use.".formatted(address))
        : Optional.empty();
  }

  /**
   * An address that nobody has.
   *
   * @param request the request of the object that is to have it
   * @param subnet the subnet's id
   * @return the address; empty where the subnet is missing or full
   */
  static Optional<String> free(RequestContext request, String subnet) {
    Optional<CidrBlock> range = range(request, subnet);
    long usable = range.map(SubnetAddresses::size).orElse(0L) - RESERVED;
    if (range.isEmpty() || usable < 1) {
      return Optional.empty();
    }
    Set<String> taken = taken(request, subnet);
    long start = Long.parseLong(request.hex("private-address", 7), 16);
    return Stream.iterate(0L, tried -> tried + 1)
        .limit(usable)
        .map(tried -> range.get().address(FIRST + (start + tried) % usable))
        .filter(address -> !taken.contains(address))
        .findFirst();
  }

  /**
   * Counts the addresses that a subnet has left.
   *
   * @param request the request
   * @param subnet the subnet's id
   */
  static long left(RequestContext request, String subnet) {
    long usable = range(request, subnet).map(SubnetAddresses::size).orElse(0L) - RESERVED;
    return usable - holders(request, subnet).mapToLong(one -> held(one, subnet).size()).sum();
  }

  private static Optional<CidrBlock> range(RequestContext request, String subnet) {
    return request
        .find(Subnets.SUBNET, subnet)
        .flatMap(found -> found.inputs().text("cidrBlock"))
        .flatMap(CidrBlock::of);
  }

  private static long size(CidrBlock range) {
    return 1L << (range.bits() - range.prefix());
  }

  private static Set<String> taken(RequestContext request, String subnet) {
    Set<String> taken = new HashSet<>();
    holders(request, subnet).forEach(one -> taken.addAll(held(one, subnet)));
    return taken;
  }

  private static Stream<StoredResource> holders(RequestContext request, String subnet) {
    return request.find(Subnets.SUBNET, subnet).stream()
        .flatMap(found -> request.referrers(found).stream())
        .filter(one -> !one.id().equals(request.id()));
  }

  /** The addresses; empty texts for those that nobody can know. */
  private static List<String> held(StoredResource holder, String subnet) {
    return switch (holder.type()) {
      case NatGateways.NAT_GATEWAY ->
          Stream.concat(
                  holder.outputs().text("privateIp").stream(),
                  holder.outputs().texts("secondaryPrivateIpAddresses").stream())
              .toList();
      case NetworkInterfaces.NETWORK_INTERFACE -> holder.outputs().texts("privateIps");
      case LoadBalancers.LOAD_BALANCER ->
          holder.outputs().objects("subnetMappings").stream()
              .filter(mapping -> mapping.text("subnetId", "").equals(subnet))
              .map(mapping -> mapping.text("privateIpv4Address", ""))
              .toList();
      default -> List.of();
    };
  }

  private static Optional<BigInteger> number(String address) {
    return CidrBlock.of(address + "/32").filter(CidrBlock::isV4).map(CidrBlock::base);
  }
}
