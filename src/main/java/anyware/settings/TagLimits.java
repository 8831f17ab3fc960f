package anyware.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tags a cloud takes.
 *
 * @param most how many a resource can carry, the program's own included
 * @param keyForm the form of a key
 * @param keyRule that form in words
 * @param valueForm the form of a value
 * @param valueRule that form in words
 */
record TagLimits(int most, Pattern keyForm, String keyRule, Pattern valueForm, String valueRule) {

  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions */
  private static final TagLimits AWS =
      new TagLimits(
          50,
          awsForm(1, 128),
          "on aws 1 to 128 letters, digits, blanks and + - = . _ : / @, not beginning with aws:",
          awsForm(0, 256),
          "on aws up to 256 letters, digits, blanks and + - = . _ : / @, not beginning with aws:");

  /**
   * https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
   */
  private static final TagLimits AZURE =
      new TagLimits(
          50,
          Pattern.compile("[^<>%&\\\\?/\\p{Cntrl}]{1,512}"),
          "on azure 1 to 512 characters without < > % & \\ ? /",
          Pattern.compile("(?s).{0,256}"),
          "on azure up to 256 characters");

  /** https://cloud.google.com/resource-manager/docs/labels-overview#requirements */
  private static final TagLimits GCP =
      new TagLimits(
          64,
          Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}"),
          "on gcp 1 to 63 lower-case letters, digits, _ and -, a letter first",
          Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}"),
          "on gcp up to 63 lower-case letters, digits, _ and -");

  static TagLimits of(Cloud cloud) {
    return switch (cloud) {
      case AWS -> AWS;
      case AZURE -> AZURE;
      case GCP -> GCP;
    };
  }

  private static Pattern awsForm(int from, int to) {
    return Pattern.compile("(?!(?i:aws):)[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{" + from + "," + to + "}");
  }

  /** Reports a key or value that the cloud does not take. */
  void check(String key, String value, Node tag) {
    if (!keyForm.matcher(key).matches()) {
      tag.report("this key", keyRule, "");
    }
    if (!valueForm.matcher(value).matches()) {
      tag.refuse(valueRule, "");
    }
  }

  /** Reports more tags than the cloud takes; the program's own need room too. */
  Optional<String> tooMany(int tags) {
    int room = most - OwnTags.ALL.size();
    return tags > room ? Optional.of(room + " tags at most") : Optional.empty();
  }
}
