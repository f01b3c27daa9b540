package film.finalsay.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import film.finalsay.support.TestFilm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One headless Chromium for all test classes, with a window of its own for each person. Where there
 * is none, a developer's tests are skipped, and CI's fail. A failed test leaves pictures of what
 * its people saw in target/browser.
 */
final class Chromium implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {

  private static final Path EXECUTABLE =
      Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
  private static final String ABSENT =
      "No Chromium at %s: install the Debian package chromium, or name one in the environment variable CHROMIUM."
          .formatted(EXECUTABLE);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path PICTURES = Path.of("target", "browser");

  private static Browser browser;

  private final double sharpness;
  private final List<BrowserContext> windows = new ArrayList<>();

  Chromium() {
    this(1);
  }

  /**
   * @param sharpness how many pixels of a picture make one of the page
   */
  Chromium(double sharpness) {
    this.sharpness = sharpness;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    boolean ci = "true".equals(System.getenv("CI"));
    return ci || Files.isExecutable(EXECUTABLE)
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled(ABSENT);
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    if (!Files.isExecutable(EXECUTABLE)) {
      throw new IllegalStateException(ABSENT);
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    if (browser == null) {
      browser = launched();
    }
  }

  private static Browser launched() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(EXECUTABLE)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run")));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    boolean failed = test.getExecutionException().isPresent();
    for (int number = 0; number < windows.size(); number++) {
      for (Page page : windows.get(number).pages()) {
        if (failed) {
          String name =
              "%s-%s-%d.png"
                  .formatted(
                      test.getRequiredTestClass().getSimpleName(),
                      test.getRequiredTestMethod().getName(),
                      number + 1);
          page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
        }
      }
      windows.get(number).close();
    }
    windows.clear();
  }

  /** A new window in which this person logs in to the Tasklist when there is something to do. */
  Tasklist tasklist(int port, String person) {
    return Tasklist.of(open(port, new Browser.NewContextOptions()), person);
  }

  /** The same, with the Tasklist's search narrowed to this film. */
  Tasklist tasklist(TestFilm film, String person) {
    return Tasklist.ofFilm(film.id(), open(film.port(), new Browser.NewContextOptions()), person);
  }

  /** The upload page in a new window, whose login prompt this person will answer. */
  UploadPage uploadPage(TestFilm film, String person) {
    return new UploadPage(
        open(film.port(), new Browser.NewContextOptions().setHttpCredentials(person, person)));
  }

  /** A new window in which the browser answers a login prompt as this person. */
  Page page(int port, String person) {
    return open(port, new Browser.NewContextOptions().setHttpCredentials(person, person));
  }

  private Page open(int port, Browser.NewContextOptions options) {
    BrowserContext window =
        browser.newContext(
            options
                .setBaseURL("http://localhost:" + port)
                .setLocale("en-US")
                .setViewportSize(1440, 900)
                .setDeviceScaleFactor(sharpness));
    windows.add(window);
    return window.newPage();
  }
}
