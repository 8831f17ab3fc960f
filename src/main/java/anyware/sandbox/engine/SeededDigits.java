package anyware.sandbox.engine;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digits that look random and depend on nothing but their seed. */
final class SeededDigits {
  private SeededDigits() {}

  /**
   * Makes hexadecimal digits.
   *
   * @param seed the seed
   * @param count 1 to 64
   * @return the digits
   */
  static String hex(String seed, int count) {
    return HexFormat.of()
        .formatHex(hash(seed.getBytes(StandardCharsets.UTF_8)))
        .substring(0, count);
  }

  /**
   * Makes hexadecimal digits.
   *
   * @param seed the seed
   * @param count 1 to 64
   * @return the digits
   */
  static String hex(byte[] seed, int count) {
    return HexFormat.of().formatHex(hash(seed)).substring(0, count);
  }

  /**
   * Makes decimal digits, no leading 0.
   *
   * @param seed the seed
   * @param count 1 to 19
   */
  static String decimal(String seed, int count) {
    BigInteger least = BigInteger.TEN.pow(count - 1);
    BigInteger span = BigInteger.TEN.pow(count).subtract(least);
    BigInteger random = new BigInteger(1, hash(seed.getBytes(StandardCharsets.UTF_8)));
    return least.add(random.mod(span)).toString();
  }

  private static byte[] hash(byte[] seed) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(seed);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
