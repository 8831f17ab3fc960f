package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Reports;
import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.catalogue.Role;
import anyware.net.IpProtocol;
import anyware.net.Port;
import anyware.net.Protocol;
import anyware.problem.Problem;
import anyware.settings.Endpoint;
import anyware.settings.Expectation;
import anyware.settings.Expectation.State;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
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
  private static final StackReport REPORT = Reports.of(StackPlan.of("team", SETTINGS));

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
            "team", settings, REPORT.policies(), REPORT.rules(), problems, auditResult)
        .html();
  }

  private static final AuditResult NOTHING_FOUND = new AuditResult(List.of(), List.of(), 0);

  @Test
  void everyLineOfTheMatrixAndEveryRuleIsThere() {
    String html = REPORT.html();
    for (PortMatrix.Line line : PortMatrix.of(REPORT.policies()).lines()) {
      assertThat(html)
          .contains(
              Html.table("", "", PortMatrix.Line.TITLES, List.of(line.cells()))
                  .lines()
                  .toList()
                  .get(4));
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

  @Test
  void everySiteHasADiagramThatSaysItsFlowsInWords() {
    String html = REPORT.html();
    for (String site : List.of("dublin", "iowa", "virginia")) {
      assertThat(html).contains("<title id=\"diagram-" + site + "-title\">Flows at " + site);
    }
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
    assertThat(html).contains("Wrong: 2 things to look at below.").contains("verdict wrong");
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
  void theSameStackGivesTheSamePage() {
    assertThat(Reports.of(StackPlan.of("team", SETTINGS)).html()).isEqualTo(REPORT.html());
  }
}
