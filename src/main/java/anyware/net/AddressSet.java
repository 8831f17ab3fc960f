package anyware.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of addresses as sorted prefixes, none of which lies in another. Prefixes stay as they were
 * written (neighbours are not joined), so that a rule's address is recognisable in the settings.
 *
 * @param prefixes sorted, without overlap
 */
public record AddressSet(List<Cidr> prefixes) {
  /** No address. */
  public static final AddressSet EMPTY = new AddressSet(List.of());

  /** Sorts the prefixes and leaves out those that lie in another. */
  public AddressSet {
    prefixes = withoutCovered(prefixes);
  }

  /** The addresses of these prefixes. */
  public static AddressSet of(Collection<Cidr> prefixes) {
    return new AddressSet(List.copyOf(prefixes));
  }

  /**
   * The addresses of prefixes that are known to be well formed.
   *
   * @throws IllegalArgumentException when one is not
   */
  public static AddressSet of(String... prefixes) {
    return new AddressSet(Arrays.stream(prefixes).map(Cidr::of).toList());
  }

  private static List<Cidr> withoutCovered(List<Cidr> prefixes) {
    List<Cidr> sorted = new ArrayList<>(prefixes);
    Collections.sort(sorted);
    List<Cidr> kept = new ArrayList<>(sorted.size());
    for (Cidr cidr : sorted) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).contains(cidr)) {
        kept.add(cidr);
      }
    }
    return List.copyOf(kept);
  }

  /** Whether there is no address. */
  public boolean isEmpty() {
    return prefixes.isEmpty();
  }

  /** The part of one family. */
  public AddressSet of(Family family) {
    return ofFamilies(EnumSet.of(family));
  }

  /** The part of some families. */
  public AddressSet ofFamilies(Set<Family> families) {
    return families.containsAll(EnumSet.allOf(Family.class))
        ? this
        : new AddressSet(
            prefixes.stream().filter(cidr -> families.contains(cidr.family())).toList());
  }

  /** Whether the address is in the set; a binary search. */
  public boolean contains(IpAddress address) {
    int low = 0;
    int high = prefixes.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Cidr cidr = prefixes.get(middle);
      if (cidr.first().compareTo(address) > 0) {
        high = middle - 1;
      } else if (cidr.contains(address)) {
        return true;
      } else {
        low = middle + 1;
      }
    }
    return false;
  }

  /** Whether every address of the family is in the set, be it as one prefix or in pieces. */
  public boolean coversAll(Family family) {
    Cidr all = family.all();
    IpAddress expected = all.first();
    for (Cidr cidr : of(family).prefixes) {
      if (!cidr.first().equals(expected)) {
        return false;
      }
      if (cidr.last().equals(all.last())) {
        return true;
      }
      expected = cidr.last().next();
    }
    return false;
  }

  /** The addresses that are in this set only. */
  public AddressSet without(AddressSet holes) {
    return new AddressSet(
        cutAt(holes.prefixes).stream()
            .filter(piece -> holes.prefixes.stream().noneMatch(hole -> hole.contains(piece)))
            .toList());
  }

  /**
   * The prefixes in pieces, each of them all inside or all outside of every one of other prefixes.
   *
   * @param edges the other prefixes, which may lie in each other
   */
  public List<Cidr> cutAt(Collection<Cidr> edges) {
    List<Cidr> pieces = new ArrayList<>();
    prefixes.forEach(prefix -> cut(prefix, edges, pieces));
    return pieces;
  }

  private static void cut(Cidr prefix, Collection<Cidr> edges, List<Cidr> pieces) {
    List<Cidr> inside =
        edges.stream().filter(edge -> prefix.contains(edge) && !edge.equals(prefix)).toList();
    if (inside.isEmpty()) {
      pieces.add(prefix);
    } else {
      cut(prefix.part(1, 0), inside, pieces);
      cut(prefix.part(1, 1), inside, pieces);
    }
  }

  /** Whether any address of the range is in the set; a binary search. */
  public boolean overlaps(AddressRange range) {
    if (contains(range.first())) {
      return true;
    }
    int low = 0;
    int high = prefixes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (prefixes.get(middle).first().compareTo(range.first()) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < prefixes.size() && prefixes.get(low).first().compareTo(range.last()) <= 0;
  }

  /** The prefixes, separated by a comma and a blank. */
  @Override
  public String toString() {
    return prefixes.stream().map(Cidr::toString).collect(Collectors.joining(", "));
  }
}
