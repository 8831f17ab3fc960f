package anyware.gcp;

import anyware.plan.Names;
import anyware.plan.Place;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tags as Google Cloud's labels, which know only lower-case letters, digits, hyphens and
 * underscores (https://cloud.google.com/resource-manager/docs/labels-overview#requirements).
 */
final class Labels {
  /** The longest key or value, in characters. */
  static final int LIMIT = 63;

  private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{Ll}\\p{Lo}\\p{Nd}_-]");

  private Labels() {}

  /**
   * The labels that stand for these tags. Where two tags become one label the last key in order
   * wins; {@link Limits} refuses such tags.
   */
  static SortedMap<String, String> of(Map<String, String> tags) {
    SortedMap<String, String> labels = new TreeMap<>();
    tags.forEach((key, value) -> labels.put(clean(key), value(key, value)));
    return labels;
  }

  /** The text in lower case, with a hyphen for every character that a label can't have. */
  static String clean(String text) {
    return FORBIDDEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
  }

  private static String value(String key, String value) {
    // The stack's name is Pulumi's to limit, at a length that a label may not have.
    return key.equals(Place.STACK_TAG) ? Names.fit(clean(value), LIMIT) : clean(value);
  }
}
