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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One headless Chromium for all test classes, with a window of its own for each person, in which
 * they stay logged in from one test to the next. Where there is none, a developer's tests are
 * skipped, and CI's fail. A failed test leaves pictures of what its people saw in target/browser.
 */
final class Chromium implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {

  private static final Path EXECUTABLE =
      Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
  private static final String ABSENT =
      "No Chromium at %s: install the Debian package chromium, or name one in the environment variable CHROMIUM."
          .formatted(EXECUTABLE);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path PICTURES = Path.of("target", "browser");

  static final int WIDTH = 1440;
  static final int HEIGHT = 900;

  /** By product, person and sharpness. */
  private static final Map<List<Object>, Tasklist> TASKLISTS = new HashMap<>();

  private static Browser browser;

  private final double sharpness;
  private final List<Tasklist> tasklists = new ArrayList<>();
  private final List<Page> pages = new ArrayList<>();

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
    if (test.getExecutionException().isPresent()) {
      List<Page> seen = browser.contexts().stream().flatMap(one -> one.pages().stream()).toList();
      for (int number = 0; number < seen.size(); number++) {
        String name =
            "%s-%s-%d.png"
                .formatted(
                    test.getRequiredTestClass().getSimpleName(),
                    test.getRequiredTestMethod().getName(),
                    number + 1);
        seen.get(number).screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
      }
      browser.contexts().forEach(BrowserContext::close);
      TASKLISTS.clear();
    } else {
      tasklists.forEach(Tasklist::leave);
      pages.forEach(page -> page.context().close());
    }
    tasklists.clear();
    pages.clear();
  }

  /** The window of this person, who logs in to the Tasklist when there is first something to do. */
  Tasklist tasklist(int port, String person) {
    Tasklist tasklist =
        TASKLISTS.computeIfAbsent(
            List.of(port, person, sharpness),
            first -> new Tasklist(open(port, new Browser.NewContextOptions()), person));
    tasklists.add(tasklist);
    return tasklist.ofAll();
  }

  /** The same, with the Tasklist's search narrowed to this film. */
  Tasklist tasklist(TestFilm film, String person) {
    return tasklist(film.port(), person).ofFilm(film.id());
  }

  /** The upload page in a new window, whose login prompt this person will answer. */
  UploadPage uploadPage(TestFilm film, String person) {
    return new UploadPage(page(film.port(), person));
  }

  /** A new window in which the browser answers a login prompt as this person. */
  Page page(int port, String person) {
    Page page = open(port, new Browser.NewContextOptions().setHttpCredentials(person, person));
    pages.add(page);
    return page;
  }

  private Page open(int port, Browser.NewContextOptions options) {
    return browser
        .newContext(
            options
                .setBaseURL("http://localhost:" + port)
                .setLocale("en-US")
                .setViewportSize(WIDTH, HEIGHT)
                .setDeviceScaleFactor(sharpness))
        .newPage();
  }
}
