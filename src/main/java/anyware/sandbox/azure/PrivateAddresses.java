package anyware.sandbox.azure;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The private addresses of frontends. Azure keeps the first four addresses and the last one of a
 * subnet: https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
final class PrivateAddresses {
  private static final int FIRST = 4;

  private PrivateAddresses() {}

  /**
   * The range of a subnet of which a frontend has its address.
   *
   * @param request the request
   * @param subnet the subnet's id
   * @param v4 whether the frontend is of IPv4, else of IPv6
   * @return the range; nothing for a subnet that is not there or has none of that family
   */
  static Optional<CidrBlock> range(RequestContext request, String subnet, boolean v4) {
    return AddressPrefixes.read(Subnets.ranges(request, subnet)).stream()
        .filter(range -> range.isV4() == v4)
        .findFirst();
  }

  /**
   * One address as a range.
   *
   * @param address the address
   * @param v4 the family that it must be of
   * @return nothing where it is no address of that family
   */
  static Optional<CidrBlock> single(String address, boolean v4) {
    return CidrBlock.of(address + (v4 ? "/32" : "/128")).filter(range -> range.isV4() == v4);
  }

  /**
   * Tells whether Azure keeps an address of a subnet for itself.
   *
   * @param range the subnet's range, which has the address
   * @param address the address
   */
  static boolean isReserved(CidrBlock range, String address) {
    boolean first = false;
    for (int place = 0; place < FIRST; place++) {
      first |= range.address(place).equals(address);
    }
    return first || (range.isV4() && range.address(size(range) - 1).equals(address));
  }

  /**
   * The addresses of a subnet that other balancers have.
   *
   * @param request the request for a balancer
   * @param subnet the subnet's id
   * @return the ids of the frontends, by their addresses
   */
  static Map<String, String> taken(RequestContext request, String subnet) {
    Map<String, String> taken = new TreeMap<>();
    String wanted = ResourceIds.canonical(subnet, request.settings());
    List<StoredResource> all = new ArrayList<>(request.all(LoadBalancers.LOAD_BALANCER));
    all.addAll(request.all(ApplicationGateways.APPLICATION_GATEWAY));
    for (StoredResource balancer : all) {
      if (balancer.id().equalsIgnoreCase(request.id())) {
        continue;
      }
      for (Props frontend : balancer.outputs().objects("frontendIPConfigurations")) {
        String its = ResourceIds.canonical(frontend.text("subnet.id", ""), balancer.settings());
        if (its.equals(wanted)) {
          frontend
              .text("privateIPAddress")
              .ifPresent(address -> taken.put(address, frontend.text("id", "")));
        }
      }
    }
    return taken;
  }

  /**
   * What is wrong with an address that another balancer has.
   *
   * @param request the request for a balancer
   * @param subnet the subnet's id
   * @param address the address that a frontend asks for
   * @param frontend the frontend's id
   * @param path the property that asks
   */
  static Optional<Refusal> allocated(
      RequestContext request, String subnet, String address, String frontend, String path) {
    return Optional.ofNullable(taken(request, subnet).get(address))
        .map(
            user ->
                new Refusal(
                    path,
                    ApiErrors.of(
                        "PrivateIPAddressIsAllocated",
                        "IP configuration "
                            + frontend
                            + " is using the private IP address "
                            + address
                            + " which is already allocated to resource "
                            + user
                            + ".")));
  }

  /**
   * The address of a frontend: the one that it asks for, or a free one, which it keeps.
   *
   * @param request the request for its balancer
   * @param frontend the frontend
   * @return the address; null for a public frontend
   */
  static @Nullable Object of(RequestContext request, Props frontend) {
    String subnet = frontend.text("subnet.id", "");
    if (isStatic(frontend)) {
      return frontend.text("privateIPAddress").orElse(null);
    }
    boolean v4 = SubnetUse.isV4(frontend);
    Optional<CidrBlock> range = range(request, subnet, v4);
    if (range.isEmpty()) {
      return null;
    }
    return former(request, frontend)
        .filter(address -> single(address, v4).filter(range.get()::contains).isPresent())
        .orElseGet(() -> free(request, frontend, range.get()));
  }

  /** Tells whether a frontend asks for one address. */
  static boolean isStatic(Props frontend) {
    return CommonShapes.isChosen(frontend, "privateIPAllocationMethod", "Static");
  }

  private static Optional<String> former(RequestContext request, Props frontend) {
    return request
        .old()
        .flatMap(
            old ->
                old.outputs().objects("frontendIPConfigurations").stream()
                    .filter(other -> other.text("name").equals(frontend.text("name")))
                    .flatMap(other -> other.text("privateIPAddress").stream())
                    .findFirst());
  }

  private static String free(RequestContext request, Props frontend, CidrBlock range) {
    Map<String, String> taken = taken(request, frontend.text("subnet.id", ""));
    long free = size(range) - FIRST - 1;
    long start = Long.parseLong(request.hex("private " + frontend.text("name", ""), 8), 16);
    for (long next = 0; next < free; next++) {
      String address = range.address(FIRST + (start + next) % free);
      if (!taken.containsKey(address)) {
        return address;
      }
    }
    throw new IllegalStateException("no free address in " + range);
  }

  /** As many as a number can tell, of a range of IPv6. */
  private static long size(CidrBlock range) {
    return 1L << Math.min(range.bits() - range.prefix(), Long.SIZE - 2);
  }
}
