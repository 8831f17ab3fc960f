package anyware.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * By what a reader can tell which state of things a report is about, and who made it.
 *
 * @param subject the state of things
 * @param time when it was looked at
 * @param version the program's version; absent where it is not packaged
 * @param commit the commit of the settings; absent where there is no git
 * @param digest the SHA-256 of the settings' text, in hexadecimal digits
 */
public record Evidence(
    Subject subject,
    Instant time,
    Optional<String> version,
    Optional<String> commit,
    String digest) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What a report is about. */
  public enum Subject {
    /** What the settings ask for. */
    PLANNED,
    /** What a preview would leave. */
    PREVIEWED,
    /** What a state has. */
    DEPLOYED;

    /** The name in reports: lower case. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The time for a person, to the minute. */
  String minute() {
    return MINUTES.format(time);
  }
}
