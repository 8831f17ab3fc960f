package anyware.attack;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses from the first to the last.
 *
 * @param isLong whether they are IPv6
 * @param first the first
 * @param last the last
 */
record Span(boolean isLong, BigInteger first, BigInteger last) {
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[^/]*");

  /** A prefix or one address; absent where a text is neither. */
  static Optional<Span> of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!ADDRESS.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int bits = bytes.length * 8;
      int length = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      BigInteger hosts = BigInteger.ONE.shiftLeft(bits - length).subtract(BigInteger.ONE);
      BigInteger first = new BigInteger(1, bytes).andNot(hosts);
      return Optional.of(new Span(bytes.length > 4, first, first.or(hosts)));
    } catch (UnknownHostException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean has(Span address) {
    return isLong == address.isLong
        && first.compareTo(address.first) <= 0
        && last.compareTo(address.first) >= 0;
  }

  /** A single address so far from the first. */
  Span one(long further) {
    BigInteger address = first.add(BigInteger.valueOf(further));
    return new Span(isLong, address, address);
  }

  /** The single address after the last. */
  Span next() {
    BigInteger address = last.add(BigInteger.ONE);
    return new Span(isLong, address, address);
  }
}
