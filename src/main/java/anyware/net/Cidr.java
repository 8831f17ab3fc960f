package anyware.net;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An IPv4 or IPv6 prefix without host bits, ordered by first address and then by length, wide
 * before narrow.
 *
 * @param first the first address of the prefix
 * @param prefix the number of leading bits that are fixed: 0 to 32, or 0 to 128 for IPv6
 */
public record Cidr(IpAddress first, int prefix) implements Comparable<Cidr> {
  private static final Pattern LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");

  /**
   * @throws IllegalArgumentException when the prefix is out of range or host bits are set
   */
  public Cidr {
    if (prefix < 0 || prefix > first.family().bits()) {
      throw new IllegalArgumentException("prefix length " + prefix + " of " + first);
    }
    if (!first.masked(prefix).equals(first)) {
      throw new IllegalArgumentException("host bits set in " + first + "/" + prefix);
    }
  }

  /**
   * Reads {@code address/prefix}; a bare address means that address alone (/32 or /128).
   *
   * @throws MalformedException when the text is no prefix, the length is out of range, or host bits
   *     are set (the fix then names the prefix that was probably meant)
   */
  public static Cidr parse(String text) throws MalformedException {
    Cidr prefix = around(text);
    if (!prefix.first.equals(address(text))) {
      throw new MalformedException("a prefix without host bits", "did you mean " + prefix + "?");
    }
    return prefix;
  }

  /**
   * Reads {@code address/prefix} whatever its host bits: the prefix in which the address lies.
   *
   * @throws MalformedException when the text is no prefix or the length is out of range
   */
  public static Cidr around(String text) throws MalformedException {
    IpAddress address = address(text);
    int slash = text.indexOf('/');
    int bits = address.family().bits();
    int prefix = slash < 0 ? bits : prefixLength(text.substring(slash + 1), bits);
    return new Cidr(address.masked(prefix), prefix);
  }

  private static IpAddress address(String text) throws MalformedException {
    int slash = text.indexOf('/');
    return IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
  }

  private static int prefixLength(String digits, int bits) throws MalformedException {
    if (!LENGTH.matcher(digits).matches() || Integer.parseInt(digits) > bits) {
      throw new MalformedException("a prefix length of 0 to " + bits, "");
    }
    return Integer.parseInt(digits);
  }

  /**
   * Reads a prefix that is known to be well formed, such as a constant.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static Cidr of(String text) {
    try {
      return parse(text);
    } catch (MalformedException e) {
      throw new IllegalArgumentException(text + ": " + e.getMessage(), e);
    }
  }

  /**
   * The longest prefix that holds all of these; absent when there are none.
   *
   * @param cidrs prefixes of one family
   */
  public static Optional<Cidr> covering(Collection<Cidr> cidrs) {
    return cidrs.stream().findFirst().map(one -> around(one.family(), cidrs));
  }

  private static Cidr around(Family family, Collection<Cidr> cidrs) {
    Cidr cover = new Cidr(new IpAddress(family, 0, 0), 0);
    while (cover.prefix < family.bits()) {
      Optional<Cidr> half =
          Stream.of(cover.part(1, 0), cover.part(1, 1))
              .filter(part -> cidrs.stream().allMatch(part::contains))
              .findFirst();
      if (half.isEmpty()) {
        break;
      }
      cover = half.get();
    }
    return cover;
  }

  /** The address family. */
  public Family family() {
    return first.family();
  }

  /** The last address of the prefix. */
  public IpAddress last() {
    return first.filled(prefix);
  }

  /** Whether the address lies in this prefix. */
  public boolean contains(IpAddress address) {
    return first.agrees(address, prefix);
  }

  /** Whether all of the other prefix lies in this one. */
  public boolean contains(Cidr other) {
    return prefix <= other.prefix && contains(other.first);
  }

  /** Whether the two prefixes share an address. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /**
   * One of the equal parts of this prefix.
   *
   * @param extraBits how many bits longer each part is: 0 to 16, and the family must have room
   * @param number which part, counted from 0: below 2 to the power of {@code extraBits}
   * @throws IllegalArgumentException when there is no such part
   */
  public Cidr part(int extraBits, int number) {
    int length = prefix + extraBits;
    if (extraBits < 0 || extraBits > 16 || number < 0 || number >= 1 << extraBits) {
      throw new IllegalArgumentException("part " + number + " of 2^" + extraBits + " of " + this);
    }
    IpAddress start = first;
    for (int i = 0; i < number; i++) {
      start = start.filled(length).next();
    }
    return new Cidr(start, length);
  }

  @Override
  public int compareTo(Cidr other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : Integer.compare(prefix, other.prefix);
  }

  /** {@code address/prefix}, always with the length. */
  @Override
  public String toString() {
    return first + "/" + prefix;
  }
}
