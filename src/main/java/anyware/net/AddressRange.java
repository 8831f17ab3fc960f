package anyware.net;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive addresses of one family, ordered by the first and then by the last.
 *
 * @param first the first address
 * @param last the last address, not below the first
 */
public record AddressRange(IpAddress first, IpAddress last) implements Comparable<AddressRange> {

  /**
   * @throws IllegalArgumentException when the families differ or the order is wrong
   */
  public AddressRange {
    if (first.family() != last.family() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException("addresses " + first + " to " + last);
    }
  }

  /** The addresses of a prefix. */
  public static AddressRange of(Cidr cidr) {
    return new AddressRange(cidr.first(), cidr.last());
  }

  /** Whether the other range begins where this one ends, or earlier. */
  public boolean reaches(AddressRange other) {
    return first.family() == other.first.family()
        && (last.compareTo(other.first) >= 0 || last.next().equals(other.first));
  }

  /** Whether all of the other range lies in this one. */
  public boolean contains(AddressRange other) {
    return first.family() == other.first.family()
        && first.compareTo(other.first) <= 0
        && last.compareTo(other.last) >= 0;
  }

  /** The fewest prefixes that make up the range, in ascending order. */
  public List<Cidr> prefixes() {
    List<Cidr> prefixes = new ArrayList<>();
    IpAddress start = first;
    while (true) {
      Cidr widest = widestFrom(start);
      prefixes.add(widest);
      if (widest.last().equals(last)) {
        return List.copyOf(prefixes);
      }
      start = widest.last().next();
    }
  }

  private Cidr widestFrom(IpAddress start) {
    int prefix = 0;
    while (!start.masked(prefix).equals(start) || start.filled(prefix).compareTo(last) > 0) {
      prefix++;
    }
    return new Cidr(start, prefix);
  }

  @Override
  public int compareTo(AddressRange other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : last.compareTo(other.last);
  }

  /** A prefix, or the bare address, or both ends with a hyphen between them. */
  @Override
  public String toString() {
    if (first.equals(last)) {
      return first.toString();
    }
    Cidr prefix = widestFrom(first);
    return prefix.last().equals(last) ? prefix.toString() : first + "-" + last;
  }
}
