package anyware.report;

import anyware.audit.AuditedSite;
import anyware.audit.Disagreement;
import anyware.audit.Finding;
import anyware.policy.Policy;
import anyware.problem.Problem;
import anyware.report.PortMatrix.Line;
import anyware.settings.Expectation;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills the page's template with what a report tells. */
final class ReportPage {
  private static final List<String> FINDING_TITLES = List.of("site", "severity", "finding");
  private static final List<String> EXPECTATION_TITLES =
      List.of("setting", "must be", "connection", "site", "result");
  private static final List<String> PROBLEM_TITLES =
      List.of("setting", "found", "allowed", "what to do");
  private static final int SHORT_DIGEST = 12;

  private final StackReport report;
  private final List<Line> lines;
  private final AddressBook book;

  ReportPage(StackReport report) {
    this.report = report;
    this.lines = PortMatrix.of(report.policies()).lines();
    this.book = new AddressBook(report.policies());
  }

  String html() {
    String sites = sites();
    String settings = settings();
    return Template.load()
        .filled(
            Map.ofEntries(
                Map.entry("stack", Html.text(report.stack())),
                Map.entry("state", report.fine() ? "fine" : "wrong"),
                Map.entry("verdict", Html.text(verdict())),
                Map.entry("evidence", evidence()),
                Map.entry("exposure", ExposureTable.html(report.exposures())),
                Map.entry("changes", report.changes().map(ChangesSection::html).orElse("")),
                Map.entry("findings", findings()),
                Map.entry("pictures", pictures()),
                Map.entry("choices", choices()),
                Map.entry("sites", sites),
                Map.entry("settings", settings),
                Map.entry("addresses", book.html()),
                Map.entry("expectations", expectations()),
                Map.entry("digest", Html.text(report.evidence().digest()))));
  }

  private String verdict() {
    long missing =
        report.auditResult().disagreements().stream()
            .filter(found -> found.kind() == Finding.Kind.TOO_NARROW)
            .count();
    long unexpected = report.auditResult().disagreements().size() - missing;
    List<String> parts = new ArrayList<>();
    parts.add(count(unexpected, "unexpected opening"));
    parts.add(missing + " missing");
    if (!report.auditResult().unmet().isEmpty()) {
      parts.add(count(report.auditResult().unmet().size(), "expectation") + " not met");
    }
    if (!report.problems().isEmpty()) {
      parts.add(count(report.problems().size(), "problem"));
    }
    return String.join(", ", parts);
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private String evidence() {
    Evidence evidence = report.evidence();
    int all = report.settings().expectations().size();
    long met =
        report.settings().expectations().stream().filter(one -> unmet(one).isEmpty()).count();
    return fact("state", evidence.subject().slug())
        + fact("time", evidence.minute())
        + fact("program", evidence.version().orElse("not packaged"))
        + fact("commit", evidence.commit().orElse("none"))
        + fact(
            "settings",
            evidence.digest().substring(0, Math.min(SHORT_DIGEST, evidence.digest().length())))
        + fact("packet classes", String.format(Locale.ROOT, "%,d", report.auditResult().compared()))
        + fact("expectations", all == 0 ? "none" : met + " of " + all + " met");
  }

  private static String fact(String name, String value) {
    return "<div><dt>" + Html.text(name) + "</dt><dd>" + Html.text(value) + "</dd></div>\n";
  }

  private Site site(String name) {
    return report.settings().sites().stream()
        .filter(site -> site.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no site " + name));
  }

  private String pictures() {
    List<AlikeSites.Member> members = new ArrayList<>();
    for (AuditedSite audited : report.auditedSites()) {
      members.add(new AlikeSites.Member(site(audited.site()), audited));
    }
    return AlikeSites.of(members).stream()
        .map(ReportPage::picture)
        .collect(Collectors.joining("\n"));
  }

  private static String picture(AlikeSites sites) {
    List<String> missing = sites.missing();
    boolean differs = !missing.isEmpty() || sites.bundles().stream().anyMatch(sites::isOnlyHere);
    return """
    <figure>
    <figcaption><h3>%s</h3>%s</figcaption>
    <div class="wide-picture">
    %s</div>
    %s%s</figure>\
    """
        .formatted(
            Html.text(sites.names()),
            differs
                ? "<p>* is not so in the first picture%s.</p>"
                    .formatted(
                        missing.isEmpty()
                            ? ""
                            : "; missing here: " + Html.text(String.join("; ", missing)))
                : "",
            new PictureSvg(sites).svg(),
            new PictureList(sites).html(),
            new Explanations(sites).html());
  }

  private String findings() {
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
              "Where the rules and the port table differ, the worst first",
              FINDING_TITLES,
              report.auditResult().disagreements().stream().map(ReportPage::cells).toList()));
    }
    return text.isEmpty()
        ? ""
        : "<section aria-labelledby=\"findings-title\">\n<h2 id=\"findings-title\">Findings</h2>\n"
            + text
            + "</section>\n";
  }

  private String expectations() {
    List<Expectation> expectations = report.settings().expectations();
    return expectations.isEmpty()
        ? "<p>The settings hold no expectations of their own.</p>\n"
        : Html.table(
            "expectations",
            "What the settings expect",
            EXPECTATION_TITLES,
            expectations.stream().map(this::cells).toList());
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

  private List<String> unmet(Expectation expectation) {
    return report.auditResult().unmet().stream()
        .filter(problem -> problem.path().equals(expectation.path()))
        .map(problem -> "not met: " + problem.found())
        .toList();
  }

  private List<String> cells(Expectation expectation) {
    List<String> found = unmet(expectation);
    return List.of(
        expectation.path(),
        expectation.state().slug(),
        expectation.connection(),
        expectation.site().orElse("every site"),
        found.isEmpty() ? "met" : String.join("; ", found));
  }

  private String choices() {
    return Html.choice("site", "site", lines.stream().map(Line::site).toList())
        + Html.choice("role", "role", lines.stream().map(Line::role).toList())
        + Html.choice("direction", "direction", lines.stream().map(Line::direction).toList())
        + Html.choice("protocol", "protocol", lines.stream().map(Line::protocol).toList());
  }

  private String sites() {
    return report.policies().stream()
        .map(Policy::site)
        .map(
            name ->
                new SiteSection(
                        site(name),
                        lines.stream().filter(line -> line.site().equals(name)).toList(),
                        report.rules().getOrDefault(name, List.of()),
                        book)
                    .html())
        .collect(Collectors.joining("\n"));
  }

  private String settings() {
    return new Grid(
            "settings-table",
            "settings",
            "Values in force, defaults included",
            SettingsTable.TITLES,
            SettingsTable.rows(report.settings()).stream()
                .map(row -> new Grid.Row("", List.of(Cell.of(row.get(0)), book.cell(row.get(1)))))
                .toList())
        .html();
  }
}
