package film.finalsay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import film.finalsay.support.FinalSayTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our pages work under the content security policy that they are sent with. */
@FinalSayTest
class PagesTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @LocalServerPort int port;

  @Test
  void theSwaggerPageShowsBothApis() {
    Page page = CHROMIUM.page(port, "exec1");
    List<String> complaints = complaints(page);

    page.navigate("/swagger-ui/index.html");

    assertThat(page.getByText("/api/films/{film}/team").first()).isVisible();
    page.locator("#select").selectOption("Camunda engine (/engine-rest)");
    assertThat(page.getByText("/task/{id}/complete").first()).isVisible();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aRequestOfTheSwaggerPageIsOneOfOurOwn() {
    Page page = CHROMIUM.page(port, "exec1");
    page.navigate("/swagger-ui/index.html");
    assertThat(page.getByText("/api/films/{film}/team").first()).isVisible();

    Object status =
        page.evaluate(
            """
            () => fetch('/api/films', {method: 'POST', headers: {'Content-Type': 'application/json'},
              body: '{}'}).then(answer => answer.status)""");

    assertThat(status)
        .as("refused for what is missing in it, not for where it is from")
        .isEqualTo(400);
  }

  @Test
  void aPageOfAnotherSiteChangesNothing() {
    Page page = CHROMIUM.page(port, "exec1");
    page.navigate("/swagger-ui/index.html");
    page.evaluate("() => fetch('/api/films').then(answer => answer.status)");
    page.navigate("about:blank");
    page.setContent(
        """
        <form method="post" enctype="text/plain" action="http://localhost:%d/api/films">
          <button>Win a prize</button>
        </form>"""
            .formatted(port));

    Response answer =
        page.waitForNavigation(
            () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()).click());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("another site");
  }

  @Test
  void theUploadPageAndTheOneAfterALogoutComplainOfNothing() {
    Page page = CHROMIUM.page(port, "exec1");
    List<String> complaints = complaints(page);

    page.navigate("/upload.html");
    assertThat(page.getByLabel("Film")).isVisible();
    assertThat(page.getByText("evidence for an item of a greenlight package")).isVisible();
    page.navigate("/logged-out.html");
    page.getByRole(AriaRole.LINK).click();
    assertThat(page.getByPlaceholder("Username")).isVisible();

    assertThat(complaints).isEmpty();
  }

  private static List<String> complaints(Page page) {
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    return complaints;
  }
}
