package anyware.plan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Names of resources: lower-case letters, digits and hyphens, of bounded length, never an index.
 */
public final class Names {
  private static final int DIGITS = 8;

  private Names() {}

  /**
   * The name itself when it is short enough, else its beginning with a checksum of the whole, so
   * that long names stay apart.
   *
   * @param name the full name
   * @param limit the longest name allowed, at least 12
   */
  public static String fit(String name, int limit) {
    return name.length() <= limit ? name : shortened(name, name, limit);
  }

  /**
   * A text as a name: lower case, everything but letters and digits as hyphens. A text that had to
   * be changed or cut carries a checksum, so that different texts never share a name.
   *
   * @param text any text, such as a stack's name
   * @param limit the longest name allowed, at least 12
   */
  public static String slug(String text, int limit) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.equals(text) ? fit(text, limit) : shortened(slug, text, limit);
  }

  private static String shortened(String name, String whole, int limit) {
    CRC32 checksum = new CRC32();
    checksum.update(whole.getBytes(StandardCharsets.UTF_8));
    String digits = String.format("%0" + DIGITS + "x", checksum.getValue());
    String head = name.substring(0, Math.min(name.length(), limit - DIGITS - 1));
    return head.replaceAll("-+$", "") + "-" + digits;
  }
}
