package anyware.audit;

import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Both address families, split at the edges of prefixes. */
final class AddressClasses {
  private AddressClasses() {}

  /** Ranges of addresses that lie in the same prefixes. */
  static List<AddressRange> of(Collection<Cidr> prefixes) {
    List<AddressRange> ranges = new ArrayList<>();
    for (Family family : Family.values()) {
      Cidr all = new Cidr(new IpAddress(family, 0, 0), 0);
      TreeSet<IpAddress> starts = new TreeSet<>();
      TreeSet<IpAddress> ends = new TreeSet<>();
      starts.add(all.first());
      ends.add(all.last());
      for (Cidr cidr : prefixes) {
        if (cidr.family() == family) {
          starts.add(cidr.first());
          ends.add(cidr.last());
          if (!cidr.last().equals(all.last())) {
            starts.add(cidr.last().next());
          }
          if (!cidr.first().equals(all.first())) {
            ends.add(cidr.first().previous());
          }
        }
      }
      for (IpAddress start : starts) {
        Optional.ofNullable(ends.ceiling(start))
            .ifPresent(end -> ranges.add(new AddressRange(start, end)));
      }
    }
    return ranges;
  }
}
