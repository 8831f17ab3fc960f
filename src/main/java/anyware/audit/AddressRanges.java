package anyware.audit;

import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Ranges of addresses joined into as few as possible. */
final class AddressRanges {
  private AddressRanges() {}

  /** Joins ranges that touch; ascending. */
  static List<AddressRange> joined(Collection<AddressRange> ranges) {
    return joined(ranges, List.of(), gap -> false);
  }

  /**
   * Joins ranges that touch, or that lie on both sides of something that joins them; ascending.
   *
   * @param ranges the ranges; each is all outside or all inside of the bridges
   * @param bridges prefixes that join what lies on both sides of them
   * @param bridged whether a gap joins too, between two ranges or at an end of the family
   */
  static List<AddressRange> joined(
      Collection<AddressRange> ranges, List<Cidr> bridges, Predicate<AddressRange> bridged) {
    TreeSet<AddressRange> own = new TreeSet<>(ranges);
    TreeSet<AddressRange> pieces = new TreeSet<>(own);
    bridges.forEach(bridge -> pieces.add(AddressRange.of(bridge)));
    List<AddressRange> joined = new ArrayList<>();
    Optional<AddressRange> current = Optional.empty();
    Optional<IpAddress> reached = Optional.empty();
    for (AddressRange piece : pieces) {
      boolean connected = reached.isPresent() && connects(reached.get(), piece, bridged);
      if (!connected) {
        current.ifPresent(joined::add);
        current = Optional.empty();
      }
      reached =
          Optional.of(
              connected && reached.get().compareTo(piece.last()) > 0
                  ? reached.get()
                  : piece.last());
      if (own.contains(piece)) {
        current =
            Optional.of(
                new AddressRange(
                    current.map(AddressRange::first).orElse(piece.first()), piece.last()));
      }
    }
    current.ifPresent(joined::add);
    return Arrays.stream(Family.values())
        .flatMap(family -> widened(family, joined, bridged).stream())
        .toList();
  }

  /** Ranges that reach from one end of the family to the other, but for bridges, have its ends. */
  private static List<AddressRange> widened(
      Family family, List<AddressRange> joined, Predicate<AddressRange> bridged) {
    List<AddressRange> own =
        new ArrayList<>(joined.stream().filter(range -> range.first().family() == family).toList());
    if (own.isEmpty()) {
      return own;
    }
    Cidr all = family.all();
    int end = own.size() - 1;
    IpAddress first = own.get(0).first();
    IpAddress last = own.get(end).last();
    boolean fromStart =
        first.equals(all.first()) || bridged.test(new AddressRange(all.first(), first.previous()));
    boolean toEnd =
        last.equals(all.last()) || bridged.test(new AddressRange(last.next(), all.last()));
    if (fromStart && toEnd) {
      own.set(0, new AddressRange(all.first(), own.get(0).last()));
      own.set(end, new AddressRange(own.get(end).first(), all.last()));
    }
    return own;
  }

  private static boolean connects(
      IpAddress reached, AddressRange piece, Predicate<AddressRange> bridged) {
    if (reached.family() != piece.first().family()) {
      return false;
    }
    if (reached.compareTo(piece.first()) >= 0 || reached.next().equals(piece.first())) {
      return true;
    }
    return bridged.test(new AddressRange(reached.next(), piece.first().previous()));
  }
}
