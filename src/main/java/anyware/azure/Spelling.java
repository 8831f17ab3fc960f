package anyware.azure;

import anyware.net.Cidr;
import java.util.List;
import java.util.Locale;

/** How Azure spells what a rule says. */
final class Spelling {
  private Spelling() {}

  /** A value of an enumeration, such as {@code Inbound}, {@code Deny} or {@code Tcp}. */
  static String of(Enum<?> value) {
    return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /**
   * What stands in the place of address prefixes of a planned rule; nothing for an application
   * security group.
   */
  static List<String> prefixes(RuleEnd side) {
    if (side instanceof RuleEnd.Group) {
      return List.of();
    }
    if (side instanceof RuleEnd.Addresses some) {
      return some.prefixes().prefixes().stream().map(Cidr::toString).toList();
    }
    return List.of(side instanceof RuleEnd.ServiceTag tag ? tag.name() : TrafficText.ANY);
  }
}
