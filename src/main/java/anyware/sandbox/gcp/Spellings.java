package anyware.sandbox.gcp;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Differences between what the state shows and what a program says that the provider takes for
 * none: its functions of these names in
 * https://github.com/hashicorp/terraform-provider-google/tree/v5.0.0/google/tpgresource
 * (common_diff_suppress.go, self_link_helpers.go). What is not there is an empty text.
 */
final class Spellings {
  private static final Pattern RELATIVE = Pattern.compile("^.*?(projects/.*)$", Pattern.DOTALL);

  /**
   * CompareSelfLinkOrResourceName: a program may write the bare name, or a path from {@code
   * projects/} on with whatever in front. Any other path, such as {@code global/networks/n}, is
   * never what the state shows.
   */
  static final BiPredicate<Object, Object> LINK_OR_NAME =
      (shown, now) ->
          text(shown).length() > 0
              && ((!text(now).contains("/") && ResourcePaths.last(text(shown)).equals(text(now)))
                  || isSamePath(shown, now));

  /** CompareSelfLinkRelativePaths: the same from {@code projects/} on. */
  static final BiPredicate<Object, Object> PATH = Spellings::isSamePath;

  /** CompareCaseInsensitive. */
  static final BiPredicate<Object, Object> CASELESS =
      (shown, now) ->
          text(shown).toLowerCase(Locale.ROOT).equals(text(now).toLowerCase(Locale.ROOT));

  /** PortRangeDiffSuppress: one port is a range. */
  static final BiPredicate<Object, Object> PORT_RANGE =
      (shown, now) -> text(shown).equals(text(now) + "-" + text(now));

  /**
   * InternalIpDiffSuppress: whatever is named where the state shows an address or a range, be it
   * the name of another one. A range's first address alone is a difference every time
   * (https://github.com/hashicorp/terraform-provider-google/issues/16400).
   */
  static final BiPredicate<Object, Object> ADDRESS_OR_NAME =
      (shown, now) ->
          IpRanges.isAddress(text(shown).replaceFirst("/[0-9]+$", ""))
              && !IpRanges.isAddress(text(now))
              && !IpRanges.isRange(now);

  private Spellings() {}

  /**
   * EmptyOrDefaultStringSuppress: nothing and the default are one.
   *
   * @param value the default
   */
  static BiPredicate<Object, Object> emptyOr(String value) {
    return (shown, now) ->
        (shown.equals("") && now.equals(value)) || (now.equals("") && shown.equals(value));
  }

  private static boolean isSamePath(Object shown, Object now) {
    Optional<String> path = path(text(now));
    return path.isPresent() && path.equals(path(text(shown)));
  }

  private static Optional<String> path(String link) {
    Matcher relative = RELATIVE.matcher(link);
    return relative.matches() ? Optional.of(relative.group(1)) : Optional.empty();
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}
