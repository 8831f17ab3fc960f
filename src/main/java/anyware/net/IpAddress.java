package anyware.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address, ordered by family and then by value.
 *
 * @param family the address family
 * @param high the upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address; the 32 bits of an IPv4 address
 */
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {
  private static final Pattern IPV4 =
      Pattern.compile(
          "(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final String ALLOWED = "an IPv4 or IPv6 address or prefix, such as 203.0.113.0/24";

  /**
   * Reads an address in dotted or colon notation; never asks a name server.
   *
   * @throws MalformedException when the text is no address, has leading zeros, or is an IPv4
   *     address in IPv6 notation
   */
  public static IpAddress parse(String text) throws MalformedException {
    Matcher dotted = IPV4.matcher(text);
    if (dotted.matches()) {
      long value = 0;
      for (int part = 1; part <= 4; part++) {
        int octet = Integer.parseInt(dotted.group(part));
        if (octet > 255) {
          throw new MalformedException(ALLOWED, "each part is 0 to 255");
        }
        value = value << 8 | octet;
      }
      return new IpAddress(Family.IPV4, 0, value);
    }
    if (!IPV6.matcher(text).matches()) {
      throw new MalformedException(ALLOWED, "");
    }
    byte[] bytes = literal(text);
    if (bytes.length != 16) {
      throw new MalformedException(ALLOWED, "write the IPv4 address in dotted notation");
    }
    ByteBuffer words = ByteBuffer.wrap(bytes);
    return new IpAddress(Family.IPV6, words.getLong(), words.getLong());
  }

  private static byte[] literal(String text) throws MalformedException {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new MalformedException(ALLOWED, "");
    }
  }

  /** The address with the bits below a prefix set to 0. */
  IpAddress masked(int prefix) {
    if (family == Family.IPV4) {
      return new IpAddress(family, 0, low & mask(prefix + 32));
    }
    return prefix <= 64
        ? new IpAddress(family, high & mask(prefix), 0)
        : new IpAddress(family, high, low & mask(prefix - 64));
  }

  /** The address with the bits below a prefix set to 1. */
  IpAddress filled(int prefix) {
    if (family == Family.IPV4) {
      return new IpAddress(family, 0, (low | ~mask(prefix + 32)) & 0xffff_ffffL);
    }
    return prefix <= 64
        ? new IpAddress(family, high | ~mask(prefix), -1)
        : new IpAddress(family, high, low | ~mask(prefix - 64));
  }

  /** Whether the other address is of the same family and has the same bits down to a prefix. */
  boolean agrees(IpAddress other, int prefix) {
    if (family != other.family) {
      return false;
    }
    if (family == Family.IPV4) {
      return ((low ^ other.low) & mask(prefix + 32)) == 0;
    }
    return prefix <= 64
        ? ((high ^ other.high) & mask(prefix)) == 0
        : high == other.high && ((low ^ other.low) & mask(prefix - 64)) == 0;
  }

  private static long mask(int ones) {
    return ones == 0 ? 0 : -1L << (64 - ones);
  }

  /** The address that follows, wrapping to zero after the last one of the family. */
  public IpAddress next() {
    if (family == Family.IPV4) {
      return new IpAddress(family, 0, (low + 1) & 0xffff_ffffL);
    }
    return new IpAddress(family, low == -1 ? high + 1 : high, low + 1);
  }

  /** The address that comes before, wrapping to the last one of the family from zero. */
  public IpAddress previous() {
    if (family == Family.IPV4) {
      return new IpAddress(family, 0, (low - 1) & 0xffff_ffffL);
    }
    return new IpAddress(family, low == 0 ? high - 1 : high, low - 1);
  }

  @Override
  public int compareTo(IpAddress other) {
    if (family != other.family) {
      return family.compareTo(other.family);
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  // An audit compares millions of addresses; what a record brings itself is slower until optimised.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof IpAddress other
        && low == other.low
        && high == other.high
        && family == other.family;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  /** Dotted notation, or the canonical colon notation of RFC 5952. */
  @Override
  public String toString() {
    if (family == Family.IPV4) {
      return (low >> 24) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
    }
    return Ipv6Text.of(high, low);
  }
}
