package anyware.aws;

import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.MalformedException;

/**
 * How a VPC's IPv6 block is divided into its subnets' /64s
 * (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html): the lower half is for
 * public subnets, the upper half for private ones, a zone's at its number in each. So one more zone
 * moves nothing.
 */
final class Ipv6Layout {
  /** The length of a VPC's block. */
  static final int VPC = 56;

  private static final int SUBNET = 64;
  private static final int UPPER_HALF = 1 << 7;

  private Ipv6Layout() {}

  /**
   * The block of a zone's public subnet.
   *
   * @param block what Amazon gave the VPC, a /56
   */
  static String publicSubnet(String block, Zone zone) {
    return part(block, zone.number());
  }

  /**
   * The block of a zone's private subnet.
   *
   * @param block what Amazon gave the VPC, a /56
   */
  static String privateSubnet(String block, Zone zone) {
    return part(block, UPPER_HALF + zone.number());
  }

  /** Whether a text is such a block. */
  static boolean isBlock(String text) {
    try {
      whole(text);
      return true;
    } catch (MalformedException e) {
      return false;
    }
  }

  private static Cidr whole(String block) throws MalformedException {
    Cidr whole = Cidr.parse(block);
    if (whole.family() != Family.IPV6 || whole.prefix() != VPC) {
      throw new MalformedException("an IPv6 prefix of length " + VPC, "");
    }
    return whole;
  }

  private static String part(String block, int number) {
    try {
      Cidr whole = whole(block);
      return whole.part(SUBNET - whole.prefix(), number).toString();
    } catch (MalformedException e) {
      throw new IllegalStateException("a VPC's IPv6 block is " + block + ": " + e.getMessage(), e);
    }
  }
}
