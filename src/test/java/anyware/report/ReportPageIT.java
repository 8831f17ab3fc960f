package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.Reports;
import anyware.StackPlan;
import anyware.settings.Reading;
import anyware.settings.Settings;
import anyware.settings.StackFile;
import anyware.testing.Fixtures;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in a browser. Pictures of it are left in {@code target/report}. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportPageIT {
  private static final Path PICTURES = Path.of("target", "report");

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

  /** Promises whether the focused element is scrolled; a browser scrolls a little later. */
  private static final String WATCH_SCROLLING =
      """
      () => {
        window.moved = new Promise(done => {
          document.activeElement.addEventListener('scroll', () => done(true), {once: true});
          setTimeout(() => done(false), 20000);
        });
      }\
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
          const rect = element.closest('g.box')?.querySelector('rect');
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

  @BeforeAll
  void start() throws IOException {
    browser = Browser.start();
    Files.createDirectories(PICTURES);
    demo = write("demo", demoSettings());
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
        folder.resolve(stack + ".html"), Reports.of(StackPlan.of(stack, settings)).html());
  }

  private static Settings demoSettings() {
    Reading reading = StackFile.read(Clouds.ALL, Path.of("stacks", "Pulumi.demo.yaml"));
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).settings();
  }

  private Page open(int width, ColorScheme scheme) {
    return browser.open(
        demo, new NewContextOptions().setViewportSize(width, 844).setColorScheme(scheme));
  }

  private static Locator rows(Page page) {
    return page.locator("#matrix tbody tr:visible");
  }

  @Test
  void theFilterShowsTheLinesWithAllWordsAndSaysHowMany() {
    Page page = open(1280, ColorScheme.LIGHT);
    int all = rows(page).count();
    assertThat(page.locator("#count").textContent()).isEqualTo(all + " of " + all + " lines");

    page.getByLabel("search").fill("PCoIP  udp");
    List<String> texts = rows(page).allTextContents();
    assertThat(texts).isNotEmpty().hasSizeLessThan(all);
    assertThat(texts).allSatisfy(text -> assertThat(text).contains("pcoip", "udp"));
    assertThat(page.locator("#count").textContent())
        .isEqualTo(texts.size() + " of " + all + " lines");

    page.getByLabel("site").selectOption("iowa");
    page.getByLabel("direction").selectOption("inbound");
    assertThat(rows(page).allTextContents())
        .hasSizeBetween(1, texts.size() - 1)
        .allSatisfy(text -> assertThat(text).startsWith("iowa").contains("inbound"));

    page.getByText("Show all").click();
    PlaywrightAssertions.assertThat(page.locator("#count")).hasText(all + " of " + all + " lines");
    assertThat(rows(page).count()).isEqualTo(all);
  }

  @Test
  void nothingFoundIsSaid() {
    Page page = open(1280, ColorScheme.LIGHT);
    page.getByLabel("search").fill("no such port");
    assertThat(rows(page).count()).isZero();
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).startsWith("0 of ");
  }

  @Test
  void everythingIsThereWithoutScript() {
    Page page =
        browser.open(
            demo, new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 844));
    assertThat(page.locator("#filter").isVisible()).isFalse();
    assertThat(rows(page).count()).isGreaterThan(50);
    assertThat(page.locator("svg").count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 768, 961, 1280, 1920})
  void thePageIsNeverWiderThanTheWindow(int width) {
    Page page = open(width, ColorScheme.LIGHT);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
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
    Locator diagram = page.getByLabel("Diagram of dublin");
    diagram.focus();
    page.evaluate(WATCH_SCROLLING);
    page.keyboard().press("ArrowRight");
    assertThat(page.evaluate("window.moved")).isEqualTo(true);
  }

  @Test
  void tablesStayTablesForScreenReadersOnAPhone() {
    Page page = open(390, ColorScheme.LIGHT);
    assertThat(page.locator("#matrix").ariaSnapshot())
        .contains("table \"Ports of all sites\"")
        .contains("columnheader \"other end\"")
        .contains("rowheader \"dublin\"")
        .contains("cell \"4172\"");
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
    Page page = open(1280, scheme);
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
