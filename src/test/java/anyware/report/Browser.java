package anyware.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's Chromium, without a window and without a network to speak of. */
final class Browser implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** In milliseconds; it matters only where something is wrong. */
  private static final double PATIENCE = 300_000;

  /** What went wrong in pages, and what they asked for beside themselves. */
  final List<String> complaints = new ArrayList<>();

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path program) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setTimeout(PATIENCE)
                    .setExecutablePath(program)
                    .setChromiumSandbox(false)
                    .setArgs(QUIET));
  }

  /** Starts the browser; the test is left out where there is none. */
  static Browser start() {
    Optional<Path> program =
        Arrays.stream(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "chromium"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        program.isPresent(),
        "no chromium on PATH, so nobody looks at the report (Debian: apt-get install chromium)");
    return new Browser(program.orElseThrow());
  }

  /**
   * Opens a file.
   *
   * @param file the page
   * @param options how the reader likes it
   */
  Page open(Path file, NewContextOptions options) {
    BrowserContext context = chromium.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    page.onRequest(
        request -> {
          String url = request.url().replaceFirst("#.*", "");
          if (!url.equals(file.toUri().toString())
              && !url.equals("data:,")
              && !url.startsWith("blob:")) {
            complaints.add("request: " + request.url());
          }
        });
    page.navigate(file.toUri().toString());
    return page;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
