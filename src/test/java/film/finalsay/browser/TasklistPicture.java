package film.finalsay.browser;

import com.microsoft.playwright.Page;
import film.finalsay.support.FinalSayTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Not a test, so only when asked for, with {@code ./mvnw test -Dtest=TasklistPicture}: takes the
 * picture of a decision for the documentation.
 */
@FinalSayTest
class TasklistPicture {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium(2);

  private final int port;

  TasklistPicture(@LocalServerPort int port) {
    this.port = port;
  }

  @Test
  void ofADecision() {
    Tasklist exec = CHROMIUM.tasklist(port, "exec1");
    exec.open("For the executive producer", "NOVA-BC-2").choose("Approve");
    exec.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("docs", "images", "tasklist-decision.png")));
  }
}
