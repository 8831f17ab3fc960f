package anyware.audit;

import anyware.audit.Swath.Others;
import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Joins ranges of addresses. */
final class Ranges {
  private Ranges() {}

  /** The machines of a role, or without one, at these addresses. */
  static Others others(Optional<Role> role, Collection<AddressRange> ranges, Terrain terrain) {
    List<AddressRange> joined =
        joined(ranges, role.isPresent() ? List.of() : terrain.prefixes());
    boolean whole =
        role.map(terrain::of)
            .filter(
                subnets ->
                    subnets.stream()
                        .map(AddressRange::of)
                        .allMatch(
                            subnet -> joined.stream().anyMatch(range -> range.contains(subnet))))
            .isPresent();
    return new Others(role, joined, whole);
  }

  /**
   * Joins ranges that touch or overlap.
   *
   * @param ranges the ranges; each is all outside or all inside of the bridges
   * @param bridges prefixes that join what lies on both sides of them
   */
  static List<AddressRange> joined(Collection<AddressRange> ranges, List<Cidr> bridges) {
    TreeMap<AddressRange, Boolean> pieces = new TreeMap<>();
    bridges.forEach(bridge -> pieces.put(AddressRange.of(bridge), false));
    ranges.forEach(range -> pieces.put(range, true));
    List<AddressRange> joined = new ArrayList<>();
    List<AddressRange> chain = new ArrayList<>();
    Optional<IpAddress> end = Optional.empty();
    for (AddressRange piece : pieces.keySet()) {
      if (end.isPresent() && !new AddressRange(end.get(), end.get()).reaches(piece)) {
        close(chain, pieces, joined);
        end = Optional.empty();
      }
      chain.add(piece);
      end = Optional.of(end.filter(e -> e.compareTo(piece.last()) > 0).orElse(piece.last()));
    }
    close(chain, pieces, joined);
    return joined;
  }

  /** What the chain's own ranges span; bridges at its ends lead nowhere. */
  private static void close(
      List<AddressRange> chain,
      TreeMap<AddressRange, Boolean> pieces,
      List<AddressRange> joined) {
    List<AddressRange> own =
        chain.stream().filter(piece -> Boolean.TRUE.equals(pieces.get(piece))).toList();
    chain.clear();
    own.stream()
        .map(AddressRange::last)
        .max(IpAddress::compareTo)
        .ifPresent(last -> joined.add(new AddressRange(own.get(0).first(), last)));
  }
}
