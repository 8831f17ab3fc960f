package anyware.audit;

import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import java.util.ArrayList;
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
    return joined(ranges, List.of(), address -> false);
  }

  /**
   * Joins ranges that touch, or that lie on both sides of something that joins them; ascending.
   *
   * @param ranges the ranges; each is all outside or all inside of the bridges
   * @param bridges prefixes that join what lies on both sides of them
   * @param bridged whether a gap that begins and ends with such addresses joins too
   */
  static List<AddressRange> joined(
      Collection<AddressRange> ranges, List<Cidr> bridges, Predicate<IpAddress> bridged) {
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
    return joined;
  }

  private static boolean connects(
      IpAddress reached, AddressRange piece, Predicate<IpAddress> bridged) {
    if (reached.family() != piece.first().family()) {
      return false;
    }
    if (reached.compareTo(piece.first()) >= 0 || reached.next().equals(piece.first())) {
      return true;
    }
    return bridged.test(reached.next()) && bridged.test(piece.first().previous());
  }
}
