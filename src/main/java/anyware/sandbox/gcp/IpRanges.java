package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Shape.text;

import anyware.net.Cidr;
import anyware.net.MalformedException;
import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Shape;
import java.util.List;
import java.util.Optional;

/** Addresses and ranges, as strict as Compute Engine is. */
final class IpRanges {
  /** A range of either family without host bits, refused by the API. */
  static final Shape CIDR =
      text()
          .where(ApiErrors.invalid("Must be a valid CIDR address range."), IpRanges::isExact)
          .refusedAtUp();

  /**
   * An IPv4 range without host bits. The provider only looks whether it is a range at all.
   * https://cloud.google.com/vpc/docs/subnets#ipv4-ranges
   */
  static final Shape CIDR4 =
      text()
          .where(
              ApiErrors.invalid("Must be a valid IPV4 CIDR address range."),
              value -> CidrBlock.isExactV4(value) || !isRange(value))
          .where(
              ApiErrors.invalid("The smallest range of a subnetwork is /29."),
              value -> range(value).map(range -> range.prefix() <= 29).orElse(true))
          .where(
              ApiErrors.invalid("The range overlaps with a range that Google Cloud prohibits."),
              value -> range(value).filter(IpRanges::prohibited).isEmpty())
          .refusedAtUp()
          .where(
              "\"{property}\" is not a valid IP CIDR range: invalid CIDR address: {value}",
              IpRanges::isRange);

  /** The ranges that no subnetwork may touch: the page of {@link #CIDR4}. */
  private static final List<CidrBlock> PROHIBITED =
      List.of(
          of("0.0.0.0/8"),
          of("127.0.0.0/8"),
          of("169.254.0.0/16"),
          of("199.36.153.4/30"),
          of("199.36.153.8/30"),
          of("224.0.0.0/4"),
          of("255.255.255.255/32"));

  private IpRanges() {}

  /**
   * Spells ranges as the API shows them: IPv6 in lower case and as short as can be.
   *
   * @param ranges ranges of both families
   */
  static List<String> canonical(List<String> ranges) {
    return ranges.stream()
        .map(
            range -> {
              try {
                return Cidr.around(range).toString();
              } catch (MalformedException refusedAnyway) {
                return range;
              }
            })
        .toList();
  }

  /**
   * Tells whether a text is one address.
   *
   * @param text the text
   */
  static boolean isAddress(String text) {
    return CidrBlock.of(text + "/32").isPresent() && !text.contains("/");
  }

  private static boolean isExact(Object value) {
    return CidrBlock.isExactV4(value) || CidrBlock.isExactV6(value);
  }

  /** Tells whether a value is a range of either family. */
  static boolean isRange(Object value) {
    return range(value).isPresent();
  }

  private static Optional<CidrBlock> range(Object value) {
    return CidrBlock.of(String.valueOf(value));
  }

  private static boolean prohibited(CidrBlock range) {
    return PROHIBITED.stream().anyMatch(range::overlaps);
  }

  private static CidrBlock of(String text) {
    return CidrBlock.of(text).orElseThrow();
  }
}
