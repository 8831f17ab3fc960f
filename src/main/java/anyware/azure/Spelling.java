package anyware.azure;

import java.util.Locale;

/** How Azure spells what a rule says. */
final class Spelling {
  private Spelling() {}

  /** A value of an enumeration, such as {@code Inbound}, {@code Deny} or {@code Tcp}. */
  static String of(Enum<?> value) {
    return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
