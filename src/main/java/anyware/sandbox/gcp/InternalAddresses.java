package anyware.sandbox.gcp;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.RefusedException;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Internal addresses of subnetworks. The first two and the last two of a range are Google's:
 * https://cloud.google.com/vpc/docs/subnets#unusable-ip-addresses-in-every-subnet.
 */
final class InternalAddresses {
  /** How many addresses are looked through for a free one. */
  private static final long REACH = 4096;

  private InternalAddresses() {}

  /**
   * Tells whether an address can be reserved in a subnetwork.
   *
   * @param subnetwork the subnetwork
   * @param address an IPv4 address
   */
  static boolean holds(StoredResource subnetwork, String address) {
    Optional<CidrBlock> own = CidrBlock.of(address + "/32");
    return range(subnetwork)
        .filter(
            range ->
                own.filter(range::contains).isPresent()
                    && LongStream.of(0, 1, size(range) - 2, size(range) - 1)
                        .mapToObj(range::address)
                        .noneMatch(address::equals))
        .isPresent();
  }

  /**
   * Tells whether another object of a subnetwork has an address.
   *
   * @param request the request
   * @param subnetwork the subnetwork
   * @param address the address
   * @return whether one does
   */
  static boolean isTaken(RequestContext request, StoredResource subnetwork, String address) {
    return Stream.of(Addresses.ADDRESS, ForwardingRules.FORWARDING_RULE)
        .flatMap(type -> request.all(type).stream())
        .filter(other -> !other.id().equals(request.id()))
        .filter(other -> address.equals(addressOf(other)))
        .anyMatch(other -> isOf(subnetwork, other));
  }

  /**
   * Tells whether an object lies in a subnetwork.
   *
   * @param subnetwork the subnetwork
   * @param other an address or a forwarding rule
   */
  static boolean isOf(StoredResource subnetwork, StoredResource other) {
    return ResourcePaths.canonical(other.inputs().text("subnetwork", ""), other.settings())
        .equals(subnetwork.id());
  }

  /**
   * Finds a free address, or keeps the object's own.
   *
   * @param request the request
   * @param subnetwork the subnetwork
   * @param output the output that shows it
   * @return the address
   * @throws RefusedException when none is free
   */
  static String free(RequestContext request, StoredResource subnetwork, String output) {
    Optional<String> kept = request.old().flatMap(old -> old.outputs().text(output));
    return kept.orElseGet(
        () ->
            range(subnetwork)
                .flatMap(
                    range ->
                        LongStream.range(2, Math.min(REACH, size(range) - 2))
                            .mapToObj(range::address)
                            .filter(address -> !isTaken(request, subnetwork, address))
                            .findFirst())
                .orElseThrow(
                    () ->
                        new RefusedException(
                            "googleapi: Error 400: IP space of '"
                                + subnetwork.id()
                                + "' is exhausted., ipSpaceExhausted")));
  }

  private static Optional<CidrBlock> range(StoredResource subnetwork) {
    return subnetwork.inputs().text("ipCidrRange").flatMap(CidrBlock::of);
  }

  private static long size(CidrBlock range) {
    return 1L << Math.min(32, range.bits() - range.prefix());
  }

  private static String addressOf(StoredResource other) {
    return other.outputs().text("address").or(() -> other.outputs().text("ipAddress")).orElse("");
  }
}
