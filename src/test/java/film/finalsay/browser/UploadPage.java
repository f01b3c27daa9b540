package film.finalsay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a file is put on file that a form then names by its SHA-256. */
final class UploadPage {

  private final Page page;

  UploadPage(Page page) {
    this.page = page;
    page.navigate("/upload.html");
  }

  /**
   * @return the SHA-256 that the page shows
   */
  String upload(String film, String fileName, String content) {
    page.getByLabel("Film").fill(film);
    page.locator("#file")
        .setInputFiles(
            new FilePayload(fileName, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
    Locator sha256 = page.locator("#sha256");
    assertThat(sha256).hasText(Pattern.compile("^[0-9a-f]{64}$"));
    return sha256.textContent();
  }
}
