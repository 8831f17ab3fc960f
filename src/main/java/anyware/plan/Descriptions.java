package anyware.plan;

import anyware.catalogue.RowId;
import anyware.policy.Justification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text on a rule: why it is there and which rows of the port table ask for it. */
public final class Descriptions {
  private static final String ELLIPSIS = "...";

  private Descriptions() {}

  /**
   * The justifications' reasons and rows, such as {@code session negotiation (row 2)}.
   *
   * @param justifications why the rule is there
   * @param forbidden what the platform refuses in a description; replaced by a blank
   * @param limit the longest description that the platform takes
   */
  public static String of(Collection<Justification> justifications, Pattern forbidden, int limit) {
    Map<String, Set<String>> reasons = new LinkedHashMap<>();
    for (Justification justification : justifications) {
      reasons
          .computeIfAbsent(source(justification), source -> new LinkedHashSet<>())
          .add(justification.reason());
    }
    String text =
        reasons.entrySet().stream()
            .map(entry -> String.join(", ", entry.getValue()) + " (" + entry.getKey() + ")")
            .collect(Collectors.joining("; "));
    return cut(forbidden.matcher(text).replaceAll(" "), limit);
  }

  private static String source(Justification justification) {
    return justification.row().map(RowId::inWords).orElse("load balancing");
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit - ELLIPSIS.length()) + ELLIPSIS;
  }
}
