package anyware.audit;

import anyware.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings that one rule decides, joined.
 *
 * @param site the site's name
 * @param kind which way plan and policy disagree
 * @param swath on what
 * @param rule what decides in the plan: a rule's name or a platform default
 */
public record Disagreement(String site, Kind kind, Swath swath, String rule) {

  private record Cause(String site, Kind kind, String rule) {}

  /** Joins findings, the worst first: open to the internet, then open, then closed. */
  static List<Disagreement> of(List<Finding> findings, Background background) {
    Map<Cause, List<PacketClass>> causes = new LinkedHashMap<>();
    for (Finding finding : findings) {
      causes
          .computeIfAbsent(
              new Cause(finding.site(), finding.kind(), finding.rule()), c -> new ArrayList<>())
          .add(finding.packets());
    }
    return causes.entrySet().stream()
        .flatMap(
            entry ->
                Swaths.of(entry.getValue(), background).stream()
                    .map(
                        swath ->
                            new Disagreement(
                                entry.getKey().site(),
                                entry.getKey().kind(),
                                swath,
                                entry.getKey().rule())))
        .sorted(Comparator.comparing(Disagreement::severity))
        .toList();
  }

  /** How bad it is. */
  public enum Severity {
    /** Anybody on the internet gets through where the policy lets nobody. */
    INTERNET,
    /** Something else passes that the policy does not let pass. */
    TOO_WIDE,
    /** Something does not pass that has to. */
    TOO_NARROW
  }

  /** How bad it is; the worst is the least. */
  public Severity severity() {
    if (kind == Kind.TOO_NARROW) {
      return Severity.TOO_NARROW;
    }
    return swath.isInternetExposure() ? Severity.INTERNET : Severity.TOO_WIDE;
  }

  /** A sentence for a person, without the site. */
  public String sentence() {
    String what =
        switch (severity()) {
          case INTERNET -> swath + " is open to the internet, beyond the table";
          case TOO_WIDE -> swath + " is open, beyond the table";
          case TOO_NARROW -> swath + " is closed, though the table needs it";
        };
    return what + "; decided by " + rule;
  }

  /** The site and the sentence. */
  @Override
  public String toString() {
    return site + ": " + sentence();
  }
}
