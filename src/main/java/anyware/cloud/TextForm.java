package anyware.cloud;

import java.util.regex.Pattern;

/**
 * The form of a name.
 *
 * @param form what the whole name must match
 * @param rule the form in words, after "allowed:"
 */
public record TextForm(Pattern form, String rule) {
  /** An IPv4 address in dotted notation. */
  public static final TextForm IPV4_ADDRESS =
      new TextForm(
          Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}"), "an IPv4 address");

  /** Whether the name has the form. */
  public boolean takes(String name) {
    return form.matcher(name).matches();
  }
}
