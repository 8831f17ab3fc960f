package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.Reports;
import anyware.StackPlan;
import anyware.settings.Reading;
import anyware.settings.Settings;
import anyware.settings.StackFile;
import anyware.testing.Fixtures;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in a browser. Pictures of it are left in {@code target/report}. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportPageIT {
  private static final Path PICTURES = Path.of("target", "report");
  private static final int SCREEN = 900;
  private static final Evidence EVIDENCE =
      new Evidence(
          Evidence.Subject.PLANNED,
          Instant.parse("2026-01-02T03:04:05Z"),
          Optional.of("1.2.3"),
          Optional.of("0123456789ab"),
          "0123456789abcdef".repeat(4));

  /** Pairs of words in the same diagram that cover one another, or that leave their box. */
  private static final String UNREADABLE_LABELS =
      """
      () => {
        const wrong = [];
        for (const svg of document.querySelectorAll('svg')) {
          const texts = [...svg.querySelectorAll('text')].map(text => [text, text.getBBox()]);
          texts.forEach(([text, a], i) => {
            for (const [other, b] of texts.slice(i + 1)) {
              if (a.x < b.x + b.width && b.x < a.x + a.width
                  && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height) {
                wrong.push(text.textContent + ' over ' + other.textContent);
              }
            }
            const rect = text.parentNode.querySelector('rect');
            if (rect && (a.x < rect.x.baseVal.value + 2
                || a.x + a.width > rect.x.baseVal.value + rect.width.baseVal.value - 2
                || a.y < rect.y.baseVal.value
                || a.y + a.height > rect.y.baseVal.value + rect.height.baseVal.value)) {
              wrong.push(text.textContent + ' out of its box');
            }
          });
        }
        return wrong;
      }\
      """;

  /** What axe-core finds wrong, a line each. */
  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations
        .flatMap(found => found.nodes.map(node => found.id + ': ' + node.html.slice(0, 200)))\
      """;

  /** Texts whose contrast to their background is less than 4.5 to 1 (WCAG 2.2, 1.4.3). */
  private static final String PALE_TEXTS =
      """
      () => {
        const channels = colour => colour.match(/[\\d.]+/g).map(Number);
        const light = colour => channels(colour).slice(0, 3)
          .map(c => c / 255)
          .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const justification = element => {
          const rect = element.closest('g.box, g.area')?.querySelector('rect');
          if (rect) return getComputedStyle(rect).fill;
          for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (channels(colour)[3] !== 0) return colour;
          }
          return 'rgb(255, 255, 255)';
        };
        return [...document.querySelectorAll('body *')]
          .filter(element => [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .filter(element => !element.closest('script, title, desc'))
          .filter(element => {
            const style = getComputedStyle(element);
            const ink = light(element instanceof SVGElement ? style.fill : style.color);
            const paper = light(justification(element));
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 4.5;
          })
          .map(element => element.textContent);
      }\
      """;

  @TempDir static Path folder;
  private Browser browser;
  private Path demo;
  private Path large;
  private Path single;

  @BeforeAll
  void start() throws IOException {
    browser = Browser.start();
    Files.createDirectories(PICTURES);
    demo = write("demo", demoSettings());
    large = write("large", largeSettings());
    Settings three = demoSettings();
    single =
        write(
            "single",
            new Settings(
                three.options(),
                three.tags(),
                three.quotas(),
                three.documents(),
                three.sites().subList(0, 1),
                List.of()));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Whatever a test does, the page never complains and never asks for anything. */
  @AfterEach
  void nothingToComplainOf() {
    assertThat(browser.complaints).isEmpty();
  }

  private Path write(String stack, Settings settings) throws IOException {
    return Files.writeString(
        folder.resolve(stack + ".html"),
        Reports.of(StackPlan.of(stack, settings), EVIDENCE).html());
  }

  private static Settings demoSettings() {
    Reading reading = StackFile.read(Clouds.ALL, Path.of("stacks", "Pulumi.demo.yaml"));
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).settings();
  }

  /** Two sites in each cloud, and fifty prefixes for each of four peers. */
  private static Settings largeSettings() {
    String clients = prefixes(i -> "198.51.100." + 4 * i + "/31");
    String administrators = prefixes(i -> "203.0.113." + 4 * i + "/31");
    String inside = prefixes(i -> "10.7." + 2 * i + ".0/24");
    String ssh = prefixes(i -> "10.6." + 2 * i + ".0/24");
    String yaml =
        """
        config:
          anyware-network:peers:
            clients: [%s]
            administrators: [%s]
            internalClients: [%s]
            domainControllers: [10.9.0.10, 10.9.0.11]
            dns: [10.9.0.10, 10.9.0.11]
          anyware-network:ssh: [%s]
          anyware-network:radius: {servers: [10.9.0.20]}
          anyware-network:legacyHttp: true
          anyware-network:licenseServer: {hosted: true}
          anyware-network:sites:
            virginia: {cloud: aws, region: us-east-1, network: {cidr: 10.20.0.0/16}}
            oregon: {cloud: aws, region: us-west-2, network: {cidr: 10.30.0.0/16}}
            dublin: {cloud: azure, region: northeurope, network: {cidr: 10.40.0.0/16}}
            amsterdam: {cloud: azure, region: westeurope, network: {cidr: 10.50.0.0/16}}
            iowa: {cloud: gcp, region: us-central1, project: demo-project, network: {cidr: 10.60.0.0/16}}
            belgium: {cloud: gcp, region: europe-west1, project: demo-project, network: {cidr: 10.70.0.0/16}}
        """
            .formatted(clients, administrators, inside, ssh);
    Reading reading = StackFile.read(Clouds.ALL, "large", yaml);
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).settings();
  }

  private static String prefixes(IntFunction<String> prefix) {
    return IntStream.range(0, 50).mapToObj(prefix).collect(Collectors.joining(", "));
  }

  private Page open(int width, ColorScheme scheme) {
    return open(demo, width, scheme);
  }

  private Page open(Path file, int width, ColorScheme scheme) {
    return browser.open(
        file, new NewContextOptions().setViewportSize(width, SCREEN).setColorScheme(scheme));
  }

  private static Locator rows(Page page) {
    return page.locator(".matrix tbody tr:visible");
  }

  private static String count(Page page) {
    return page.locator("#count").textContent();
  }

  @Test
  void theFilterShowsTheLinesWithAllWordsAndSaysHowMany() {
    Page page = open(1280, ColorScheme.LIGHT);
    int all = page.locator(".matrix tbody tr").count();
    int rules = page.locator(".rules tbody tr").count();
    String everything = "%1$d of %1$d lines, %2$d of %2$d rules".formatted(all, rules);
    assertThat(count(page)).isEqualTo(everything);

    page.getByLabel("search").fill("PCoIP  udp");
    List<String> texts = rows(page).allTextContents();
    assertThat(texts).isNotEmpty().hasSizeLessThan(all);
    assertThat(texts).allSatisfy(text -> assertThat(text).contains("pcoip", "udp"));
    assertThat(count(page)).startsWith(texts.size() + " of " + all + " lines");

    page.getByLabel("site").selectOption("iowa");
    page.getByLabel("direction").selectOption("inbound");
    assertThat(rows(page).allTextContents())
        .hasSizeBetween(1, texts.size() - 1)
        .allSatisfy(text -> assertThat(text).contains("inbound"));
    assertThat(page.locator(".site:visible").count()).isEqualTo(1);

    page.getByText("Show all").click();
    PlaywrightAssertions.assertThat(page.locator("#count")).hasText(everything);
    assertThat(page.locator(".site:visible").count()).isEqualTo(3);
    page.getByRole(AriaRole.BUTTON, named("iowa")).click();
    page.getByRole(AriaRole.BUTTON, named("virginia")).click();
    assertThat(rows(page).count()).as("all three sites unfolded").isEqualTo(all);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void nothingFoundIsSaid() {
    Page page = open(1280, ColorScheme.LIGHT);
    page.getByLabel("search").fill("no such port");
    assertThat(rows(page).count()).isZero();
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).startsWith("0 of ");
  }

  /** What people type who look for a port, an address, everybody, or a row of the table. */
  @Test
  void theSearchUnderstandsPortsAddressesRowsAndTheInternet() {
    Page page = open(large, 1440, ColorScheme.LIGHT);
    Locator search = page.getByLabel("search");
    Locator matrix = page.locator(".matrix tbody tr:visible");
    Locator rules = page.locator(".rules tbody tr:visible");

    search.fill("443/tcp");
    assertThat(matrix.allTextContents())
        .hasSizeGreaterThan(6)
        .allSatisfy(text -> assertThat(text).contains("443/tcp").doesNotContain("60443"));
    assertThat(rules.allTextContents()).anySatisfy(text -> assertThat(text).contains("everything"));
    search.fill("198.51.100.9");
    assertThat(matrix.allTextContents())
        .filteredOn(text -> text.contains("inbound"))
        .hasSizeGreaterThan(12)
        .allSatisfy(text -> assertThat(text).contains("clients, 50 prefixes"));
    search.fill("198.51.100.10");
    assertThat(matrix.allTextContents())
        .filteredOn(text -> text.contains("inbound"))
        .as("between the prefixes")
        .isEmpty();
    search.fill("internet");
    assertThat(matrix.allTextContents())
        .hasSizeGreaterThan(6)
        .allSatisfy(text -> assertThat(text).contains("0.0.0.0/0"));
    search.fill("A4");
    assertThat(matrix.allTextContents())
        .hasSizeGreaterThan(6)
        .allSatisfy(text -> assertThat(text).contains("administration of the host"));
    search.fill("2001:db8::1");
    assertThat(matrix.count()).as("no IPv6 anywhere but the vendor's").isZero();
    search.fill("5");
    assertThat(matrix.allTextContents())
        .hasSize(12)
        .allSatisfy(text -> assertThat(text).contains("PCoIP sessions"));
  }

  @Test
  void theFilterIsInTheAddress() {
    Page page = open(1440, ColorScheme.LIGHT);
    page.getByLabel("search").fill("443/tcp");
    page.getByLabel("role").selectOption("connector");
    String found = count(page);
    String address = page.url();
    assertThat(address).endsWith("#search=443%2Ftcp&role=connector");
    page.getByText("Show all").click();
    PlaywrightAssertions.assertThat(page.locator("#count")).not().hasText(found);
    assertThat(page.url()).doesNotContain("#");
    page.navigate(address);
    page.reload();
    assertThat(count(page)).isEqualTo(found);
    assertThat(page.getByLabel("search").inputValue()).isEqualTo("443/tcp");
  }

  @Test
  void whatIsShownCanBeSaved() throws IOException {
    Page page = open(large, 1440, ColorScheme.LIGHT);
    page.getByLabel("search").fill("4172/udp");
    page.getByLabel("site").selectOption("oregon");
    int ports = rows(page).count();
    int rules = page.locator(".rules tbody tr:visible").count();
    assertThat(saved(page, "Save ports (CSV)").split("\r\n", -1))
        .hasSize(ports + 2)
        .startsWith("site,role,direction,other end,addresses,port,service,option,row,reason")
        .anyMatch(line -> line.contains("\"198.51.100.0/31, 198.51.100.4/31, "));
    assertThat(saved(page, "Save rules (CSV)").split("\r\n", -1)).hasSize(rules + 2);
    JsonObject both = JsonParser.parseString(saved(page, "Save both (JSON)")).getAsJsonObject();
    assertThat(both.get("stack").getAsString()).isEqualTo("large");
    assertThat(both.get("filter").getAsString()).isEqualTo("search=4172/udp&site=oregon");
    assertThat(both.getAsJsonArray("ports")).hasSize(ports);
    assertThat(both.getAsJsonArray("rules")).hasSize(rules);
  }

  private static String saved(Page page, String button) throws IOException {
    Download download =
        page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, named(button)).click());
    return Files.readString(download.path());
  }

  @Test
  void anEdgeFiltersTheTablesAndIsExplained() {
    Page page = open(1440, ColorScheme.LIGHT);
    Locator edge =
        page.locator("svg a[aria-label='4172 tcp+udp, 60443 tcp from connector to workstation']");
    assertThat(edge.count()).isEqualTo(2);
    edge.first().locator("text").click();
    assertThat(rows(page).allTextContents())
        .hasSize(12)
        .allSatisfy(text -> assertThat(text).contains("connector", "workstation"));
    assertThat(page.locator(".rules tbody tr:visible").allTextContents())
        .hasSizeGreaterThan(6)
        .allSatisfy(text -> assertThat(text).containsAnyOf("4172", "60443"));
    assertThat(page.locator(".explanation:visible").allTextContents())
        .hasSize(1)
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains("60443/tcp at dublin: open", "60443/tcp at iowa: open")
                    .contains("out of connector: open, by ", "into workstation: open, by "));
    assertThat(page.url()).contains("#edge=x-dublin-connector-to-workstation");
    picture(page, "edge");
    edge.first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".explanation:visible").count()).isZero();
  }

  @Test
  void everythingIsThereWithoutScript() {
    Page page =
        browser.open(
            demo, new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 844));
    assertThat(page.locator("#filter").isVisible()).isFalse();
    assertThat(rows(page).count()).isGreaterThan(50);
    assertThat(page.locator("svg:visible").count()).isEqualTo(2);
    page.locator("svg a text").first().click();
    assertThat(page.locator(".explanation:visible").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 768, 961, 1024, 1280, 1440, 1920})
  void thePageIsNeverWiderThanTheWindow(int width) {
    for (Path file : List.of(single, demo, large)) {
      Page page = open(file, width, ColorScheme.LIGHT);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      page.getByLabel("search").fill("tcp");
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("all sites unfolded")
          .isEqualTo(width);
      assertThat(page.locator("svg:visible").count() > 0).isEqualTo(width > 960);
      assertThat(page.locator(".upright:visible").count() > 0).isEqualTo(width <= 960);
      page.context().close();
    }
  }

  @Test
  void theExposureIsOnTheFirstScreen() {
    Page page = open(1440, ColorScheme.LIGHT);
    Locator exposure = page.locator("#exposure");
    assertThat(exposure.boundingBox().y + exposure.boundingBox().height).isLessThan(SCREEN);
    assertThat(page.locator("#exposure .anyone").allTextContents())
        .containsExactly("◆ 443 tcp, 4172 tcp+udp", "◆ 443 tcp", "◆ 4172 tcp+udp", "◆ 443 tcp");
  }

  /** Six sites with fifty prefixes for each of four peers. */
  @Test
  void aLargeStackFitsTenScreensAndTwelvePages(TestReporter reporter) {
    Page page = open(large, 1440, ColorScheme.LIGHT);
    picture(page, "large");
    int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
    assertThat(height).isLessThan(10 * SCREEN);
    byte[] pdf =
        page.pdf(
            new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(PICTURES.resolve("large.pdf")));
    assertThat(pages(pdf)).isBetween(8, 12);
    page.evaluate("document.querySelectorAll('.folded').forEach(one => one.className = '')");
    int unfolded = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
    reporter.publishEntry(
        "six sites", "%d px, %d px unfolded, %d pages".formatted(height, unfolded, pages(pdf)));
  }

  private static int pages(byte[] pdf) {
    return (int)
        Pattern.compile("/Type\\s*/Page[^s]")
            .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
            .results()
            .count();
  }

  @Test
  void theFilterStaysInSight() {
    Page page = open(large, 1440, ColorScheme.LIGHT);
    page.getByLabel("search").fill("tcp");
    page.locator("#rules-iowa tbody tr:visible").last().scrollIntoViewIfNeeded();
    assertThat(page.getByLabel("search").boundingBox().y).isBetween(0.0, (double) SCREEN);
  }

  @Test
  void theKeyboardReachesTheMatrixAtOnceAndTheDiagrams() {
    Page page = open(390, ColorScheme.LIGHT);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent"))
        .isEqualTo("Skip to the port matrix");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("search");
    page.locator(".upright a:visible").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".explanation:visible").count()).isEqualTo(1);
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("explanation shown");
    Locator fold = page.getByRole(AriaRole.BUTTON, named("dublin"));
    fold.focus();
    page.keyboard().press("Enter");
    assertThat(fold.getAttribute("aria-expanded")).isEqualTo("false");
  }

  @Test
  void tablesStayTablesForScreenReadersOnAPhone() {
    Page page = open(390, ColorScheme.LIGHT);
    assertThat(page.locator("#matrix-dublin").ariaSnapshot())
        .contains("table \"Port matrix of dublin\"")
        .contains("columnheader \"other end\"")
        .contains("rowheader \"connector\"")
        .contains("cell \"4172/tcp\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1440, LIGHT",
    "1440, DARK",
    "1024, LIGHT",
    "1024, DARK",
    "390, LIGHT",
    "390, DARK",
  })
  void nothingKeepsAnybodyOut(int width, ColorScheme scheme) throws IOException {
    for (Path file : List.of(single, demo, large)) {
      Page page = open(file, width, scheme);
      page.evaluate(axe());
      assertThat(page.evaluate(VIOLATIONS)).isEqualTo(List.of());
      page.context().close();
    }
    Page page = open(width, scheme);
    page.evaluate(axe());
    page.locator("svg a text:visible, .upright a:visible").first().click();
    assertThat(page.evaluate(VIOLATIONS)).as("with an edge chosen").isEqualTo(List.of());
  }

  /** The checker that Deque packs for its own Playwright binding. */
  private static String axe() throws IOException {
    try (InputStream script = ReportPageIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void labelsOfDiagramsCanBeRead() throws IOException {
    for (String options : Fixtures.optionSets().keySet()) {
      Settings settings = Objects.requireNonNull(Fixtures.optionSets().get(options));
      Page page = browser.open(write(options, settings), new NewContextOptions());
      assertThat(page.evaluate(UNREADABLE_LABELS)).as(options).isEqualTo(List.of());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void textsStandOutFromTheirBackground(ColorScheme scheme) {
    Page page = open(1440, scheme);
    assertThat(page.evaluate(PALE_TEXTS)).isEqualTo(List.of());
    picture(page, scheme.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void picturesOfAPhoneAndOfPaper() throws IOException {
    Page page = open(390, ColorScheme.DARK);
    picture(page, "phone");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#filter").isVisible()).isFalse();
    assertThat(page.evaluate(PALE_TEXTS)).isEqualTo(List.of());
    byte[] pdf =
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve("report.pdf")));
    assertThat(pdf).startsWith('%', 'P', 'D', 'F');
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }
}
