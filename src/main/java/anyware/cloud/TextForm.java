package anyware.cloud;

import java.util.regex.Pattern;

/**
 * The form of a name.
 *
 * @param form what the whole name must match
 * @param rule the form in words, after "allowed:"
 */
public record TextForm(Pattern form, String rule) {
  /** Whether the name has the form. */
  public boolean takes(String name) {
    return form.matcher(name).matches();
  }
}
