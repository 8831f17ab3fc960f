package anyware.sandbox.gcp;

import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Refused;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Stored;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Internal addresses of subnetworks. The first two and the last two of a range are Google's:
 * https://cloud.google.com/vpc/docs/subnets#unusable-ip-addresses-in-every-subnet.
 */
final class GcpInternal {
  /** How many addresses are looked through for a free one. */
  private static final long REACH = 4096;

  private GcpInternal() {}

  /**
   * Tells whether an address can be reserved in a subnetwork.
   *
   * @param subnetwork the subnetwork
   * @param address an IPv4 address
   * @return whether it can
   */
  static boolean holds(Stored subnetwork, String address) {
    Optional<Range> own = Range.of(address + "/32");
    return range(subnetwork)
        .filter(
            range ->
                own.filter(range::contains)
                    .filter(ip -> !address.equals(range.address(0)))
                    .filter(ip -> !address.equals(range.address(1)))
                    .isPresent())
        .isPresent();
  }

  /**
   * Tells whether another object of a subnetwork has an address.
   *
   * @param at the request
   * @param subnetwork the subnetwork
   * @param address the address
   * @return whether one does
   */
  static boolean isTaken(Situation at, Stored subnetwork, String address) {
    return Stream.of(GcpAddresses.ADDRESS, GcpForwardingRules.FORWARDING_RULE)
        .flatMap(type -> at.all(type).stream())
        .filter(other -> !other.id().equals(at.id()))
        .filter(other -> address.equals(addressOf(other)))
        .anyMatch(
            other ->
                GcpPaths.canonical(other.inputs().text("subnetwork", ""), other.settings())
                    .equals(subnetwork.id()));
  }

  /**
   * Finds a free address, or keeps the object's own.
   *
   * @param at the request
   * @param subnetwork the subnetwork
   * @param output the output that shows it
   * @return the address
   * @throws Refused when none is free
   */
  static String free(Situation at, Stored subnetwork, String output) {
    Optional<String> kept = at.old().flatMap(old -> old.outputs().text(output));
    return kept.orElseGet(
        () ->
            range(subnetwork)
                .flatMap(
                    range ->
                        LongStream.range(2, Math.min(REACH, size(range) - 2))
                            .mapToObj(range::address)
                            .filter(address -> !isTaken(at, subnetwork, address))
                            .findFirst())
                .orElseThrow(
                    () ->
                        new Refused(
                            "googleapi: Error 400: IP space of '"
                                + subnetwork.id()
                                + "' is exhausted., ipSpaceExhausted")));
  }

  private static Optional<Range> range(Stored subnetwork) {
    return subnetwork.inputs().text("ipCidrRange").flatMap(Range::of);
  }

  private static long size(Range range) {
    return 1L << Math.min(32, range.bits() - range.prefix());
  }

  private static String addressOf(Stored other) {
    return other.outputs().text("address").or(() -> other.outputs().text("ipAddress")).orElse("");
  }
}
