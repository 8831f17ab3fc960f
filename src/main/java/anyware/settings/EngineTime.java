package anyware.settings;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times in YAML: the engine takes them for times and hands on the text that Go prints of
 * one (https://pkg.go.dev/time#Time.String).
 */
final class EngineTime {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
              + "((?<separator>[Tt ])(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})"
              + ":(?<second>[0-9]{1,2})(?<fraction>\\.[0-9]+)?(?<zone>Z|[-+][0-9]{2}:[0-9]{2})?)?");
  private static final String PRINTED = "uuuu-MM-dd HH:mm:ss";

  private EngineTime() {}

  /** The text that the engine hands on; absent when the scalar is no time. */
  static Optional<String> of(String text) {
    Matcher time = TIME.matcher(text);
    return time.matches() ? printed(time) : Optional.empty();
  }

  private static Optional<String> printed(Matcher time) {
    boolean isDate = time.group("separator") == null;
    boolean hasZone = time.group("zone") != null;
    // With a letter between date and time the zone is needed, with a blank there may be none.
    if (!isDate && time.group("separator").equals(" ") == hasZone) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(time, "year"),
              number(time, "month"),
              number(time, "day"),
              isDate ? 0 : number(time, "hour"),
              isDate ? 0 : number(time, "minute"),
              isDate ? 0 : number(time, "second"));
      return Optional.of(
          DateTimeFormatter.ofPattern(PRINTED, Locale.ROOT).format(local)
              + fraction(time)
              + zone(hasZone ? time.group("zone") : "Z"));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher time, String part) {
    return Integer.parseInt(time.group(part));
  }

  /** Up to nanoseconds, without zeros at the end. */
  private static String fraction(Matcher time) {
    String digits = time.group("fraction");
    if (digits == null) {
      return "";
    }
    String kept = digits.substring(0, Math.min(digits.length(), 10)).replaceAll("0+$", "");
    return kept.equals(".") ? "" : kept;
  }

  private static String zone(String zone) {
    if (ZoneOffset.of(zone).equals(ZoneOffset.UTC)) {
      return " +0000 UTC";
    }
    String offset = zone.replace(":", "");
    return " " + offset + " " + offset;
  }
}
