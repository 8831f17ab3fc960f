package anyware.audit;

import anyware.catalogue.Role;
import anyware.net.Direction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings joined into connections.
 *
 * @param site the site's name
 * @param kind which way firewall and policy disagree
 * @param flowGroup the connections on which they disagree
 * @param rules what decides in the firewall: names of rules, or a platform default; not empty
 */
public record Disagreement(
    String site, Finding.Kind kind, FlowGroup flowGroup, List<String> rules) {
  private static final int MOST_RULES = 3;

  /** Copies the rules. */
  public Disagreement {
    rules = List.copyOf(rules);
  }

  /** What findings have in common that are joined. */
  private record Key(String site, Finding.Kind kind, Optional<String> assumed) {}

  /** Joins findings, the worst first: open to the internet, then open, then closed. */
  static List<Disagreement> of(List<Finding> findings, SiteAddresses addresses) {
    Map<Key, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : findings) {
      groups
          .computeIfAbsent(
              new Key(finding.site(), finding.kind(), finding.assumed()), key -> new ArrayList<>())
          .add(finding);
    }
    List<Disagreement> disagreements = new ArrayList<>();
    groups.forEach(
        (group, members) -> {
          Map<Packets, Set<String>> byTraffic = rules(members);
          FlowGroups.of(members.stream().map(Finding::packets).toList(), addresses, group.assumed())
              .forEach(
                  flowGroup ->
                      disagreements.add(
                          new Disagreement(
                              group.site(), group.kind(), flowGroup, rules(flowGroup, byTraffic))));
        });
    return worstFirst(disagreements);
  }

  /** The same, sorted; how bad one is takes a look at all of its addresses, so it is asked once. */
  static List<Disagreement> worstFirst(List<Disagreement> disagreements) {
    Map<Severity, List<Disagreement>> bySeverity = new EnumMap<>(Severity.class);
    for (Disagreement one : disagreements) {
      bySeverity.computeIfAbsent(one.severity(), severity -> new ArrayList<>()).add(one);
    }
    return bySeverity.values().stream().flatMap(List::stream).toList();
  }

  /** The rules that decide about each class of traffic, in the findings' order. */
  private static Map<Packets, Set<String>> rules(List<Finding> findings) {
    Map<Packets, Set<String>> rules = new LinkedHashMap<>();
    for (Finding finding : findings) {
      rules
          .computeIfAbsent(Packets.of(finding.packets()), key -> new LinkedHashSet<>())
          .add(finding.rule());
    }
    return rules;
  }

  /** What packets have in common that differ in the other end only. */
  private record Packets(Role at, Direction direction, TrafficClass traffic) {
    static Packets of(PacketClass packets) {
      return new Packets(packets.at(), packets.direction(), packets.traffic());
    }
  }

  private static List<String> rules(FlowGroup flowGroup, Map<Packets, Set<String>> byTraffic) {
    Set<String> rules = new LinkedHashSet<>();
    byTraffic.forEach(
        (packets, names) -> {
          if (flowGroup.joins(packets.at(), packets.direction(), packets.traffic())) {
            rules.addAll(names);
          }
        });
    return List.copyOf(rules);
  }

  /** How bad it is. */
  public enum Severity {
    /** Anybody on the internet gets through where the policy lets nobody. */
    INTERNET("open to the internet, beyond the table"),
    /** Something else passes that the policy does not let pass. */
    TOO_WIDE("open, beyond the table"),
    /** Something does not pass that has to. */
    TOO_NARROW("closed, though the table needs it");

    private final String heading;

    Severity(String heading) {
      this.heading = heading;
    }

    /** The name in reports for programs: lower-case letters and hyphens. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is the matter, for a person. */
    public String heading() {
      return heading;
    }
  }

  /** How bad it is; the worst is the least. */
  public Severity severity() {
    if (kind == Finding.Kind.TOO_NARROW) {
      return Severity.TOO_NARROW;
    }
    return flowGroup.isInternetExposure() ? Severity.INTERNET : Severity.TOO_WIDE;
  }

  /** What decides, for a person. */
  public String decision() {
    int more = rules.size() - MOST_RULES;
    return "decided by "
        + rules.stream().limit(MOST_RULES).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** A sentence for a person, without the site. */
  public String sentence() {
    return flowGroup + " is " + severity().heading() + "; " + decision();
  }

  /** The site and the sentence. */
  @Override
  public String toString() {
    return site + ": " + sentence();
  }
}
