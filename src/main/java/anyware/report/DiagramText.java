package anyware.report;

import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.policy.Flow;
import anyware.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words for diagrams: short, since there is little room, or complete, for those who hear them. */
final class DiagramText {
  private DiagramText() {}

  /** Service, port and protocol. */
  static String traffic(Flow flow) {
    return flow.service().name() + " " + flow.port() + "/" + flow.protocol().slug();
  }

  /** Addresses in one short line: the first of them and how many more there are. */
  static String addresses(AddressSet addresses) {
    if (isAnyone(addresses)) {
      return "any address";
    }
    List<Cidr> prefixes = addresses.prefixes();
    Cidr first = prefixes.get(0);
    String text = first.prefix() == first.family().bits() ? first.first().toString() : first.toString();
    return prefixes.size() == 1 ? text : text + " +" + (prefixes.size() - 1);
  }

  /** Whether every address of a family is meant. */
  static boolean isAnyone(AddressSet addresses) {
    return addresses.coversAll(Family.IPV4) || addresses.coversAll(Family.IPV6);
  }

  /** A name broken at its blanks into lines that are no longer than the limit where they can be. */
  static List<String> lines(String name, int limit) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : name.replace('-', ' ').split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > limit) {
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
