package anyware.azure;

import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What Azure refuses of tags
 * (https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations).
 */
final class TagLimits {
  private static final String PATH = "anyware-network:tags";
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_VALUE = 256;
  private static final Pattern FORBIDDEN = Pattern.compile("[<>%&\\\\?/]");

  /**
   * Kept for the platform's own tags
   * (https://learn.microsoft.com/rest/api/resources/tags/create-or-update).
   */
  private static final List<String> RESERVED = List.of("azure", "microsoft", "windows");

  private TagLimits() {}

  /**
   * The problems of all tags that the resources would carry.
   *
   * @param tags the stack's tags and the program's own
   */
  static List<Problem> problems(SortedMap<String, String> tags) {
    List<Problem> problems = new ArrayList<>();
    if (tags.size() > MOST_TAGS) {
      problems.add(
          new Problem(
              PATH,
              tags.size() + " tags, those that the program adds included",
              "at most " + MOST_TAGS,
              "leave some out"));
    }
    Map<String, String> names = new TreeMap<>();
    tags.forEach(
        (name, value) -> {
          checkName(problems, name);
          String twin = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
          if (twin != null) {
            problems.add(
                new Problem(
                    path(name),
                    "a tag beside " + twin,
                    "names that differ in more than case, which Azure does not tell apart",
                    "keep one of the two"));
          }
          if (value.length() > LONGEST_VALUE) {
            problems.add(
                new Problem(
                    path(name),
                    "a value of " + value.length() + " characters",
                    "at most " + LONGEST_VALUE,
                    "shorten it"));
          }
        });
    return problems;
  }

  private static void checkName(List<Problem> problems, String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      problems.add(
          new Problem(
              path(name),
              "a name of " + name.length() + " characters",
              "1 to " + LONGEST_NAME,
              "choose another name"));
    }
    if (FORBIDDEN.matcher(name).find()) {
      problems.add(
          new Problem(
              path(name), "\"" + name + "\"", "a name without < > % & \\ ? /", "use a hyphen"));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (RESERVED.stream().anyMatch(lower::startsWith)) {
      problems.add(
          new Problem(
              path(name),
              "\"" + name + "\"",
              "a name that does not begin with " + String.join(", ", RESERVED),
              "put a word of your own before it"));
    }
  }

  private static String path(String name) {
    return PATH + "." + name;
  }
}
