package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.AddressRange;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Ranges of addresses as a person would write them. */
final class AddressRangeText {
  private static final int MOST = 6;
  private static final int PREFIXES_PER_RANGE = 2;

  private AddressRangeText() {}

  /**
   * The ranges, ascending and apart; a family with few gaps as all of it but those.
   *
   * @param ranges the ranges; not empty
   * @param except roles whose machines at these addresses are not meant
   */
  static String of(List<AddressRange> ranges, List<Role> except) {
    List<String> texts = new ArrayList<>();
    List<String> roles = except.stream().map(Role::slug).toList();
    for (Family family : Family.values()) {
      List<AddressRange> own =
          ranges.stream().filter(range -> range.first().family() == family).toList();
      if (!own.isEmpty()) {
        texts.add(ofFamily(new Cidr(new IpAddress(family, 0, 0), 0), own, roles));
        roles = List.of();
      }
    }
    return String.join(", ", texts);
  }

  private static String ofFamily(Cidr all, List<AddressRange> ranges, List<String> roles) {
    boolean fromFirstToLast =
        ranges.get(0).first().equals(all.first())
            && ranges.get(ranges.size() - 1).last().equals(all.last());
    List<String> except = new ArrayList<>(roles);
    if (fromFirstToLast) {
      except.addAll(texts(gaps(all, ranges)));
    }
    String text = fromFirstToLast ? all.toString() : String.join(", ", texts(ranges));
    return except.isEmpty() ? text : text + " (except " + String.join(", ", except) + ")";
  }

  private static List<AddressRange> gaps(Cidr all, List<AddressRange> ranges) {
    List<Cidr> prefixes = ranges.stream().flatMap(range -> range.prefixes().stream()).toList();
    return AddressRanges.joined(
        AddressClasses.of(prefixes).stream()
            .filter(range -> range.first().family() == all.family())
            .filter(range -> ranges.stream().noneMatch(own -> own.contains(range)))
            .toList());
  }

  private static List<String> texts(List<AddressRange> ranges) {
    List<String> texts =
        new ArrayList<>(ranges.stream().limit(MOST).map(AddressRangeText::text).toList());
    if (ranges.size() > MOST) {
      texts.add("and " + (ranges.size() - MOST) + " more ranges");
    }
    return texts;
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
