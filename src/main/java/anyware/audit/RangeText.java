package anyware.audit;

import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Ranges of addresses as a person would write them. */
final class RangeText {
  private static final int MOST = 6;
  private static final int PREFIXES_PER_RANGE = 2;

  private RangeText() {}

  /** The ranges, ascending and apart; a family with few gaps as all of it but those. */
  static String of(List<AddressRange> ranges) {
    List<String> texts = new ArrayList<>();
    for (Family family : Family.values()) {
      List<AddressRange> own =
          ranges.stream().filter(range -> range.first().family() == family).toList();
      if (!own.isEmpty()) {
        texts.add(ofFamily(new Cidr(new IpAddress(family, 0, 0), 0), own));
      }
    }
    return String.join(", ", texts);
  }

  private static String ofFamily(Cidr all, List<AddressRange> ranges) {
    List<AddressRange> gaps = gaps(all, ranges);
    boolean startsAndEnds =
        ranges.get(0).first().equals(all.first())
            && ranges.get(ranges.size() - 1).last().equals(all.last());
    if (gaps.isEmpty()) {
      return all.toString();
    }
    return startsAndEnds
        ? all + " (except " + list(gaps) + ")"
        : list(ranges);
  }

  private static List<AddressRange> gaps(Cidr all, List<AddressRange> ranges) {
    List<Cidr> prefixes = ranges.stream().flatMap(range -> range.prefixes().stream()).toList();
    return Ranges.joined(
        AddressClasses.of(prefixes).stream()
            .filter(range -> range.first().family() == all.family())
            .filter(range -> ranges.stream().noneMatch(own -> own.contains(range)))
            .toList(),
        List.of());
  }

  private static String list(List<AddressRange> ranges) {
    String text =
        ranges.stream().limit(MOST).map(RangeText::text).collect(Collectors.joining(", "));
    int more = ranges.size() - MOST;
    return more > 0 ? text + " and " + more + " more ranges" : text;
  }

  private static String text(AddressRange range) {
    List<Cidr> prefixes = range.prefixes();
    return prefixes.size() > 1 && prefixes.size() <= PREFIXES_PER_RANGE
        ? prefixes.stream()
            .map(prefix -> AddressRange.of(prefix).toString())
            .collect(Collectors.joining(", "))
        : range.toString();
  }
}
