package anyware.cloud;

import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * How a cloud spells DNS zones.
 *
 * @param zone the form of a zone's id
 * @param isPart whether a name, the second, can be in a zone, the first; by the zone's id alone
 */
public record DnsForm(TextForm zone, BiPredicate<String, String> isPart) {
  private static final String LABEL = "[a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?";

  /** Names of hosts, as https://datatracker.ietf.org/doc/html/rfc1035#section-2.3.1 has them. */
  public static final TextForm HOST =
      new TextForm(
          Pattern.compile("(?=.{4,253}$)(" + LABEL + "\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"),
          "a full DNS name in lower case such as pcoip.example.com");
}
