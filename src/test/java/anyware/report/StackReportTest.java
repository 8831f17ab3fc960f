package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Reports;
import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.audit.Change;
import anyware.catalogue.Role;
import anyware.net.IpProtocol;
import anyware.net.Port;
import anyware.net.Protocol;
import anyware.problem.Problem;
import anyware.report.Evidence.Subject;
import anyware.settings.Endpoint;
import anyware.settings.Expectation;
import anyware.settings.Expectation.State;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StackReportTest {
  private static final Settings SETTINGS =
      Objects.requireNonNull(Fixtures.optionSets().get("everything"));
  private static final Evidence EVIDENCE =
      new Evidence(
          Subject.PLANNED,
          Instant.parse("2026-01-02T03:04:05Z"),
          Optional.of("1.2.3"),
          Optional.of("<commit>"),
          "0123456789abcdef".repeat(4));
  private static final StackReport REPORT = Reports.of(StackPlan.of("team", SETTINGS), EVIDENCE);

  private static Settings with(Map<String, String> tags, List<Expectation> expectations) {
    return new Settings(
        SETTINGS.options(),
        new TreeMap<>(tags),
        SETTINGS.quotas(),
        SETTINGS.documents(),
        SETTINGS.sites(),
        expectations);
  }

  private static String page(Settings settings, List<Problem> problems, AuditResult auditResult) {
    return new StackReport(
            "team",
            settings,
            REPORT.policies(),
            REPORT.rules(),
            problems,
            auditResult,
            REPORT.auditedSites(),
            EVIDENCE,
            Optional.empty())
        .html();
  }

  private static final AuditResult NOTHING_FOUND = new AuditResult(List.of(), List.of(), 0);

  @Test
  void everyLineOfTheMatrixAndEveryRuleIsThere() {
    String html = REPORT.html();
    for (PortMatrix.Line line : PortMatrix.of(REPORT.policies()).lines()) {
      List<List<String>> rows = rows(html, "matrix-" + line.site());
      assertThat(rows)
          .anyMatch(
              row ->
                  row.containsAll(
                          List.of(
                              line.role(),
                              line.direction(),
                              line.other(),
                              line.port() + "/" + line.protocol(),
                              line.service(),
                              line.option(),
                              line.row(),
                              line.reason()))
                      && (line.addresses().size() > 2
                          ? row.get(3).endsWith(", " + line.addresses().size() + " prefixes")
                          : row.get(3).equals(line.addressText())));
    }
    REPORT
        .rules()
        .values()
        .forEach(
            rules ->
                assertThat(rules)
                    .isNotEmpty()
                    .allSatisfy(
                        rule -> assertThat(html).contains(">" + Html.text(rule.name()) + "</th>")));
  }

  private static List<List<String>> rows(String html, String table) {
    return Pattern.compile("<tr role=\"row\".*?</tr>")
        .matcher(tableOf(html, table))
        .results()
        .map(
            row ->
                Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>")
                    .matcher(row.group())
                    .results()
                    .map(cell -> cell.group(1).replaceAll("<[^>]*>", "").replace("&#39;", "'"))
                    .toList())
        .toList();
  }

  @Test
  void everySiteHasADiagramThatSaysItsFlowsInWords() {
    String html = REPORT.html();
    assertThat(html)
        .contains("<title id=\"diagram-dublin-title\">Flows at dublin, iowa</title>")
        .contains("<title id=\"diagram-virginia-title\">Flows at virginia</title>");
    assertThat(html)
        .contains("From connector to radius: radius 1812/udp.")
        .contains("From workstation to license-server: license 7070/tcp.");
  }

  @Test
  void prioritiesAreShownWhereThereAreAny() {
    String html = REPORT.html();
    assertThat(tableOf(html, "rules-dublin")).contains(">priority</th>").contains(">4096</td>");
    assertThat(tableOf(html, "rules-iowa")).contains(">priority</th>").contains(">65534</td>");
    assertThat(tableOf(html, "rules-virginia")).doesNotContain(">priority</th>");
  }

  private static String tableOf(String html, String id) {
    int start = html.indexOf("<table id=\"" + id + "\"");
    return html.substring(start, html.indexOf("</table>", start));
  }

  @Test
  void thePageAsksForNothingBesideItself() {
    Matcher references =
        Pattern.compile("(?:src|href|action|data)=\"([^\"]*)\"|url\\(|@import")
            .matcher(REPORT.html());
    assertThat(references.results().map(found -> String.valueOf(found.group(1))))
        .allMatch(target -> target.startsWith("#") || target.equals("data:,"));
    assertThat(REPORT.html()).contains("content=\"default-src 'none'; style-src 'sha256-");
  }

  @Test
  void settingsAreTextWhateverTheySay() {
    String evil = "</td><script>alert(1)</script>{{stack}}";
    Settings settings = with(Map.of("note", evil), List.of());
    assertThat(page(settings, List.of(), NOTHING_FOUND))
        .doesNotContain("<script>alert")
        .contains(">tags.note</th>")
        .contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{stack}}</td>");
  }

  @Test
  void problemsAndExpectationsAreTold() {
    Expectation met = expectation("expect.open[0]");
    Expectation unmet = expectation("expect.open[1]");
    Problem refused = new Problem("sites.<x>", "found that", "allowed this", "do so");
    Problem broken = new Problem(unmet.path(), "closed at dublin", "open", "");
    String html =
        page(
            with(Map.of(), List.of(met, unmet)),
            List.of(refused),
            new AuditResult(List.of(), List.of(broken), 0));
    assertThat(html)
        .contains("0 unexpected openings, 0 missing, 1 expectation not met, 1 problem")
        .contains("verdict wrong");
    assertThat(tableOf(html, "problems")).contains("sites.&lt;x&gt;", "found that", "do so");
    assertThat(tableOf(html, "expectations"))
        .contains(">met</td>")
        .contains(">not met: closed at dublin</td>");
  }

  private static Expectation expectation(String path) {
    return new Expectation(
        path,
        State.OPEN,
        new Endpoint.OfRole(Role.CONNECTOR),
        new Endpoint.OfRole(Role.WORKSTATION),
        new Port(IpProtocol.of(Protocol.TCP), 60443),
        Optional.empty());
  }

  @Test
  void whatItIsAboutStandsOnTop() {
    assertThat(REPORT.html())
        .contains("<dt>state</dt><dd>planned</dd>")
        .contains("<dt>time</dt><dd>2026-01-02 03:04 UTC</dd>")
        .contains("<dt>program</dt><dd>1.2.3</dd>")
        .contains("<dt>commit</dt><dd>&lt;commit&gt;</dd>")
        .contains("<dt>settings</dt><dd>0123456789ab</dd>")
        .containsPattern("<dt>packet classes</dt><dd>\\d+,\\d{3}</dd>")
        .contains("<dt>expectations</dt><dd>none</dd>")
        .contains("0 unexpected openings, 0 missing</p>");
  }

  @Test
  void whatOpensAndClosesIsToldApart() {
    StackPlan before =
        StackPlan.of("team", Objects.requireNonNull(Fixtures.optionSets().get("minimal")));
    AuditedSite old = before.audited().get(0);
    AuditedSite now =
        REPORT.auditedSites().stream()
            .filter(site -> site.site().equals(old.site()))
            .findFirst()
            .orElseThrow();
    StackChanges changes =
        new StackChanges(
            "<then>",
            "now",
            List.of("adds the site <x>"),
            Change.of(Optional.of(old), Optional.of(now)),
            List.of("a <remnant>"));
    String html = REPORT.with(changes).html();
    assertThat(html)
        .containsPattern(
            "From <code>&lt;then&gt;</code> to <code>now</code>: opens \\d+, closes \\d+\\.")
        .contains("<ul class=\"changes opens\">\n<li>+ opens ")
        .contains("<ul class=\"changes closes\">\n<li>\u2212 closes ")
        .contains("adds the site &lt;x&gt;", "a &lt;remnant&gt;");
    assertThat(html.indexOf("id=\"changes-title\"")).isLessThan(html.indexOf("id=\"flows-title\""));
    assertThat(REPORT.html()).doesNotContain("changes-title");
  }

  @Test
  void theSameStackGivesTheSamePage() {
    assertThat(Reports.of(StackPlan.of("team", SETTINGS), EVIDENCE).html())
        .isEqualTo(REPORT.html());
  }
}
