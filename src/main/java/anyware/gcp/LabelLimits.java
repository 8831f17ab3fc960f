package anyware.gcp;

import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What can't be a label even after {@link Labels} cleaned it
 * (https://cloud.google.com/resource-manager/docs/labels-overview#requirements).
 */
final class LabelLimits {
  /** Labels of one resource. */
  static final int COUNT = 64;

  private static final Pattern KEY_START = Pattern.compile("[\\p{Ll}\\p{Lo}].*");

  private LabelLimits() {}

  static List<Problem> problems(Plan plan) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> keys = new TreeMap<>();
    for (String tag : plan.place().tags().keySet()) {
      String key = Labels.clean(tag);
      String path = "anyware-network:tags." + tag;
      String other = keys.putIfAbsent(key, tag);
      if (other != null) {
        problems.add(
            new Problem(
                path,
                "the same Google Cloud label as the tag " + other + ": " + key,
                "tags that differ in lower-case letters, digits, hyphens and underscores",
                "rename one of them"));
      }
      if (!KEY_START.matcher(key).matches()) {
        problems.add(
            new Problem(path, key, "a Google Cloud label that begins with a letter", "rename it"));
      }
      checkLength(problems, path, "a key", key);
      checkLength(problems, path, "a value", plan.labels().getOrDefault(key, ""));
    }
    if (plan.labels().size() > COUNT) {
      problems.add(
          new Problem(
              "anyware-network:tags",
              plan.labels().size() + " labels, the program's own included",
              "at most " + COUNT + " on Google Cloud",
              "give fewer tags"));
    }
    return problems;
  }

  private static void checkLength(List<Problem> problems, String path, String part, String text) {
    if (text.length() > Labels.LIMIT) {
      problems.add(
          new Problem(
              path,
              part + " of " + text.length() + " characters",
              "at most " + Labels.LIMIT + " on Google Cloud",
              "shorten it"));
    }
  }
}
