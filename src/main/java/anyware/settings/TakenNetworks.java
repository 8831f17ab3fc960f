package anyware.settings;

import anyware.net.Cidr;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Networks that are taken. Whether a further one overlaps with any of them is found without
 * comparing it with each.
 */
final class TakenNetworks {
  /** Only the outer one of networks that lie in each other, so that no two of these overlap. */
  private final TreeSet<Cidr> taken = new TreeSet<>();

  /** Whether the network shares an address with a taken one. */
  boolean overlaps(Cidr network) {
    // Prefixes never overlap in part: the taken one begins at or before the network and holds it,
    // or is the first to begin in the network.
    return isOverlapping(taken.floor(network), network)
        || isOverlapping(taken.ceiling(network), network);
  }

  private static boolean isOverlapping(@Nullable Cidr neighbour, Cidr network) {
    return neighbour != null && neighbour.overlaps(network);
  }

  /** Takes a network, whatever it overlaps with. */
  void add(Cidr network) {
    Cidr before = taken.floor(network);
    if (before == null || !before.contains(network)) {
      taken.subSet(network, true, lastIn(network), true).clear();
      taken.add(network);
    }
  }

  private static Cidr lastIn(Cidr network) {
    return new Cidr(network.last(), network.family().bits());
  }
}
