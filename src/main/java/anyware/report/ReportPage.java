package anyware.report;

import anyware.audit.Disagreement;
import anyware.plan.RuleLine;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.report.PortMatrix.Line;
import anyware.settings.Expectation;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills the page's template with what a report tells. */
final class ReportPage {
  private static final List<String> RULE_TITLES =
      List.of(
          "rule", "machines", "direction", "action", "traffic", "other end", "reason", "priority");
  private static final List<String> FINDING_TITLES = List.of("site", "severity", "finding");
  private static final List<String> EXPECTATION_TITLES =
      List.of("setting", "must be", "connection", "site", "result");
  private static final List<String> PROBLEM_TITLES =
      List.of("setting", "found", "allowed", "what to do");

  private final StackReport report;
  private final List<List<String>> matrix;

  ReportPage(StackReport report) {
    this.report = report;
    this.matrix = PortMatrix.of(report.policies()).lines().stream().map(Line::cells).toList();
  }

  String html() {
    return Template.load()
        .filled(
            Map.of(
                "stack", Html.text(report.stack()),
                "state", report.fine() ? "fine" : "wrong",
                "verdict", Html.text(verdict()),
                "facts", Html.list(facts()),
                "sites", sites(),
                "audit", audit(),
                "choices", choices(),
                "matrix", Html.table("matrix", "Ports of all sites", Line.TITLES, matrix),
                "rules", rules(),
                "settings",
                    Html.table(
                        "settings-table",
                        "Values in force, defaults included",
                        SettingsTable.TITLES,
                        SettingsTable.rows(report.settings()))));
  }

  private String verdict() {
    return report.fine()
        ? "Fine: the planned rules let pass exactly what the port table asks for."
        : "Wrong: " + count(report.wrong(), "thing") + " to look at below.";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private List<String> facts() {
    int flows = report.policies().stream().mapToInt(policy -> policy.flows().size()).sum();
    int rules = report.rules().values().stream().mapToInt(List::size).sum();
    return List.of(
        count(report.policies().size(), "site"),
        count(flows, "flow"),
        count(matrix.size(), "line") + " in the port matrix",
        count(rules, "planned rule"));
  }

  private Site site(String name) {
    return report.settings().sites().stream()
        .filter(site -> site.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no site " + name));
  }

  private String place(String name) {
    Site site = site(name);
    return name + " (" + site.cloud().slug() + ", " + site.region() + ")";
  }

  private String sites() {
    return report.policies().stream().map(this::site).collect(Collectors.joining("\n"));
  }

  private String site(Policy policy) {
    return """
    <figure>
    <figcaption><h3>%1$s</h3></figcaption>
    <div class="scroll" role="region" tabindex="0" aria-label="Diagram of %2$s">
    %3$s</div>
    </figure>\
    """
        .formatted(Html.text(place(policy.site())), Html.text(policy.site()), LadderSvg.of(policy));
  }

  private String audit() {
    StringBuilder text = new StringBuilder();
    if (!report.problems().isEmpty()) {
      text.append(
          Html.table(
              "problems",
              "What the clouds would refuse",
              PROBLEM_TITLES,
              report.problems().stream().map(ReportPage::cells).toList()));
    }
    if (!report.auditResult().disagreements().isEmpty()) {
      text.append(
          Html.table(
              "findings",
              "Where the planned rules and the port table differ, the worst first",
              FINDING_TITLES,
              report.auditResult().disagreements().stream().map(ReportPage::cells).toList()));
    }
    List<Expectation> expectations = report.settings().expectations();
    if (expectations.isEmpty()) {
      text.append("<p>The settings hold no expectations of their own.</p>\n");
    } else {
      text.append(
          Html.table(
              "expectations",
              "What the settings expect",
              EXPECTATION_TITLES,
              expectations.stream().map(this::cells).toList()));
    }
    return text.toString();
  }

  private static List<String> cells(Problem problem) {
    return List.of(problem.path(), problem.found(), problem.allowed(), problem.fix());
  }

  private static List<String> cells(Disagreement found) {
    return List.of(
        found.site(),
        found.severity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        found.sentence());
  }

  private List<String> cells(Expectation expectation) {
    List<String> found =
        report.auditResult().unmet().stream()
            .filter(problem -> problem.path().equals(expectation.path()))
            .map(problem -> "not met: " + problem.found())
            .toList();
    return List.of(
        expectation.path(),
        expectation.state().slug(),
        expectation.connection(),
        expectation.site().orElse("every site"),
        found.isEmpty() ? "met" : String.join("; ", found));
  }

  private String choices() {
    StringBuilder text = new StringBuilder();
    for (String column : List.of("site", "role", "direction", "protocol")) {
      int index = Line.TITLES.indexOf(column);
      text.append(Html.choice(column, column, matrix.stream().map(row -> row.get(index)).toList()));
    }
    return text.toString();
  }

  private String rules() {
    List<String> tables = new ArrayList<>();
    report
        .rules()
        .forEach(
            (site, lines) ->
                tables.add(
                    Html.table(
                        "rules-" + site,
                        place(site) + ": " + count(lines.size(), "rule"),
                        ruleTitles(lines),
                        lines.stream().map(ReportPage::cells).toList())));
    return String.join("\n", tables);
  }

  /** The priority comes last, so that it can be left out where a cloud's rules have none. */
  private static List<String> ruleTitles(List<RuleLine> lines) {
    Set<String> priorities = lines.stream().map(RuleLine::priority).collect(Collectors.toSet());
    return priorities.equals(Set.of(""))
        ? RULE_TITLES.subList(0, RULE_TITLES.size() - 1)
        : RULE_TITLES;
  }

  private static List<String> cells(RuleLine line) {
    return List.of(
        line.name(),
        line.appliesTo(),
        line.direction(),
        line.action(),
        line.traffic(),
        line.other(),
        line.reason(),
        line.priority());
  }
}
