package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Shape;
import java.util.List;
import java.util.Optional;

/** Addresses and ranges, as strict as Compute Engine is. */
final class GcpRanges {
  /** A range of either family without host bits, refused by the API. */
  static final Shape CIDR =
      text()
          .where(GcpErrors.invalid("Must be a valid CIDR address range."), GcpRanges::isExact)
          .refusedAtUp();

  /**
   * An IPv4 range without host bits. The provider only looks whether it is a range at all.
   * https://cloud.google.com/vpc/docs/subnets#ipv4-ranges
   */
  static final Shape CIDR4 =
      text()
          .where(
              GcpErrors.invalid("Must be a valid IPV4 CIDR address range."),
              value -> Range.isExactV4(value) || !isRange(value))
          .where(
              GcpErrors.invalid("The smallest range of a subnetwork is /29."),
              value -> range(value).map(range -> range.prefix() <= 29).orElse(true))
          .where(
              GcpErrors.invalid("The range overlaps with a range that Google Cloud prohibits."),
              value -> range(value).filter(GcpRanges::prohibited).isEmpty())
          .refusedAtUp()
          .where(
              "\"{property}\" is not a valid IP CIDR range: invalid CIDR address: {value}",
              GcpRanges::isRange);

  /** The ranges that no subnetwork may touch: the page of {@link #CIDR4}. */
  private static final List<Range> PROHIBITED =
      List.of(
          of("0.0.0.0/8"),
          of("127.0.0.0/8"),
          of("169.254.0.0/16"),
          of("199.36.153.4/30"),
          of("199.36.153.8/30"),
          of("224.0.0.0/4"),
          of("255.255.255.255/32"));

  private GcpRanges() {}

  /**
   * Tells whether a text is one address.
   *
   * @param text the text
   * @return whether it is
   */
  static boolean isAddress(String text) {
    return Range.of(text + "/32").isPresent() && !text.contains("/");
  }

  private static boolean isExact(Object value) {
    return Range.isExactV4(value) || Range.isExactV6(value);
  }

  private static boolean isRange(Object value) {
    return range(value).isPresent();
  }

  private static Optional<Range> range(Object value) {
    return Range.of(String.valueOf(value));
  }

  private static boolean prohibited(Range range) {
    return PROHIBITED.stream().anyMatch(range::overlaps);
  }

  private static Range of(String text) {
    return Range.of(text).orElseThrow();
  }
}
