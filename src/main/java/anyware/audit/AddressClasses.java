package anyware.audit;

import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Both address families, split at the edges of prefixes. */
final class AddressClasses {
  private AddressClasses() {}

  /** Ranges of addresses that lie in the same prefixes. */
  static List<AddressRange> of(Collection<Cidr> prefixes) {
    List<AddressRange> ranges = new ArrayList<>();
    for (Family family : Family.values()) {
      Cidr all = new Cidr(new IpAddress(family, 0, 0), 0);
      IpAddress start = all.first();
      for (IpAddress next : starts(prefixes, all)) {
        if (!next.equals(start)) {
          ranges.add(new AddressRange(start, next.previous()));
          start = next;
        }
      }
      ranges.add(new AddressRange(start, all.last()));
    }
    return ranges;
  }

  /**
   * Where a range begins: with a prefix or right behind one. Sorted, some of them more than once;
   * prefixes that come in order, as mostly, cost next to nothing to sort.
   */
  private static List<IpAddress> starts(Collection<Cidr> prefixes, Cidr all) {
    List<IpAddress> starts = new ArrayList<>(2 * prefixes.size());
    for (Cidr cidr : prefixes) {
      if (cidr.family() == all.family()) {
        starts.add(cidr.first());
        IpAddress last = cidr.last();
        if (!last.equals(all.last())) {
          starts.add(last.next());
        }
      }
    }
    Collections.sort(starts);
    return starts;
  }
}
