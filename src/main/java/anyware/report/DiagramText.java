package anyware.report;

import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.policy.End;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for diagrams: short, since there is little room, or complete, for those who hear them. */
final class DiagramText {
  private static final int LETTERS = 26;

  private DiagramText() {}

  /** An end's addresses in one short line: the first of them and how many more; none of a role. */
  static String addresses(End end) {
    return end.fold(members -> "", outside -> addresses(outside.addresses()));
  }

  private static String addresses(AddressSet addresses) {
    if (isAnyone(addresses)) {
      return "any address";
    }
    List<Cidr> prefixes = addresses.prefixes();
    Cidr first = prefixes.get(0);
    boolean single = first.prefix() == first.family().bits();
    String text = single ? first.first().toString() : first.toString();
    return prefixes.size() == 1 ? text : text + " +" + (prefixes.size() - 1);
  }

  /** Whether every address of a family is meant. */
  static boolean isAnyone(End end) {
    return end.fold(members -> false, outside -> isAnyone(outside.addresses()));
  }

  private static boolean isAnyone(AddressSet addresses) {
    return Stream.of(Family.values()).anyMatch(addresses::coversAll);
  }

  /** A name broken at its blanks and hyphens into the lines of a box. */
  static List<String> boxLines(String name) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : name.replace('-', ' ').split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LETTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The diagram in sentences. */
  static String description(Policy policy) {
    return FlowEdges.of(policy).stream()
        .map(
            edge ->
                "From %s to %s: %s."
                    .formatted(edge.from(), edge.to(), String.join(", ", edge.labels())))
        .collect(Collectors.joining(" "));
  }
}
