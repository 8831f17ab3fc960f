package anyware.sandbox.spec;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * An address range in CIDR notation, as strict as the clouds are: constraints about networks need
 * it.
 *
 * @param base the first address as a number
 * @param prefix the length of the network part
 * @param bits 32 for IPv4, 128 for IPv6
 */
public record CidrBlock(BigInteger base, int prefix, int bits) {
  /**
   * Reads a range.
   *
   * @param text an IPv4 or IPv6 range with its prefix length; host bits are cleared
   * @return the range; empty when the text is none
   */
  public static Optional<CidrBlock> of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return bytes(text.substring(0, slash))
        .filter(bytes -> prefix <= bytes.length * 8)
        .map(bytes -> cut(new BigInteger(1, bytes), prefix, bytes.length * 8));
  }

  private static CidrBlock cut(BigInteger address, int prefix, int bits) {
    int host = bits - prefix;
    return new CidrBlock(address.shiftRight(host).shiftLeft(host), prefix, bits);
  }

  private static Optional<byte[]> bytes(String address) {
    String part = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    boolean v4 = address.matches(part + "(\\." + part + "){3}");
    boolean v6 = address.contains(":") && address.matches("[0-9A-Fa-f:.]{2,45}");
    if (!v4 && !v6) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == (v4 ? 4 : 16) ? Optional.of(bytes) : Optional.empty();
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  /** Tells whether this is an IPv4 range. */
  public boolean isV4() {
    return bits == 32;
  }

  /**
   * Tells whether a text is an IPv4 range without host bits.
   *
   * @param value a value
   */
  public static boolean isExactV4(Object value) {
    return value instanceof String text
        && of(text).filter(range -> range.isV4() && range.toString().equals(text)).isPresent();
  }

  /**
   * Tells whether a text is an IPv6 range without host bits.
   *
   * @param value a value
   */
  public static boolean isExactV6(Object value) {
    if (!(value instanceof String text)) {
      return false;
    }
    Optional<CidrBlock> range = of(text).filter(found -> !found.isV4());
    return range.isPresent()
        && bytes(text.substring(0, text.indexOf('/')))
            .map(bytes -> new BigInteger(1, bytes))
            .equals(range.map(CidrBlock::base));
  }

  /**
   * Tells whether another range lies within this one.
   *
   * @param other the other range
   * @return whether it does; false for ranges of two families
   */
  public boolean contains(CidrBlock other) {
    return bits == other.bits
        && prefix <= other.prefix
        && cut(other.base, prefix, bits).base.equals(base);
  }

  /**
   * Tells whether two ranges share an address.
   *
   * @param other the other range
   * @return whether they do; false for ranges of two families
   */
  public boolean overlaps(CidrBlock other) {
    return contains(other) || other.contains(this);
  }

  /**
   * Gives the address at a place in the range.
   *
   * @param place 0 for the first address
   * @return the address
   * @throws IllegalArgumentException when the place lies outside the range
   */
  public String address(long place) {
    BigInteger at = BigInteger.valueOf(place);
    if (at.signum() < 0 || at.bitLength() > bits - prefix) {
      throw new IllegalArgumentException("no place " + place + " in " + this);
    }
    return show(base.add(at));
  }

  private String show(BigInteger address) {
    byte[] bytes = new byte[bits / 8];
    byte[] number = address.toByteArray();
    int length = Math.min(number.length, bytes.length);
    System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("4 and 16 bytes make an address", impossible);
    }
  }

  /** Writes the range in CIDR notation; IPv6 without shortening. */
  @Override
  public String toString() {
    return show(base) + "/" + prefix;
  }
}
