package anyware.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        (group, members) ->
            FlowGroups.of(
                    members.stream().map(Finding::packets).toList(), addresses, group.assumed())
                .forEach(
                    flowGroup ->
                        disagreements.add(
                            new Disagreement(
                                group.site(),
                                group.kind(),
                                flowGroup,
                                rules(flowGroup, members)))));
    disagreements.sort(Comparator.comparing(Disagreement::severity));
    return disagreements;
  }

  private static List<String> rules(FlowGroup flowGroup, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> flowGroup.joins(finding.packets()))
        .map(Finding::rule)
        .distinct()
        .toList();
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
