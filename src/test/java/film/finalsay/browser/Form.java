package film.finalsay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The open form of a task, or the one that starts a process. */
final class Form {

  private final Page page;
  private final Locator frame;
  private final String submit;

  /**
   * @param submit what the button says that sends it
   */
  Form(Page page, Locator frame, String submit) {
    this.page = page;
    this.frame = frame;
    this.submit = submit;
  }

  /** Fills the field whose label begins like this. */
  Form fill(String label, String value) {
    Locator field = field(label);
    field.fill(value);
    // the form lays itself out anew when a field is left, under a click that comes with it
    field.blur();
    return this;
  }

  /** Fills one of the fields of this label, from 0, in a list of rows. */
  Form fill(String label, int row, String value) {
    Locator field = field(label).nth(row);
    field.fill(value);
    field.blur();
    return this;
  }

  /** Chooses the entry that begins like this, in one of the rows of a list. */
  Form select(String label, int row, String entry) {
    // the field itself is hidden below what is shown in its place
    field(label).nth(row).locator("..").click();
    frame
        .locator(".fjs-dropdownlist-item")
        .filter(new Locator.FilterOptions().setHasText(beginsWith(entry)))
        .first()
        .click();
    return this;
  }

  /** Adds a row to the list. */
  Form addRow() {
    frame.locator(".fjs-repeat-render-add").click();
    return this;
  }

  /** Chooses the answer that begins like this. */
  Form choose(String answer) {
    frame
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(beginsWith(answer)))
        .check();
    return this;
  }

  /** Chooses from a list the entry that begins like this. */
  Form select(String label, String entry) {
    String whole =
        field(label)
            .locator("option")
            .filter(new Locator.FilterOptions().setHasText(beginsWith(entry)))
            .textContent();
    field(label).selectOption(new SelectOption().setLabel(whole));
    return this;
  }

  Form attach(String label, String fileName, String content) {
    field(label)
        .setInputFiles(
            new FilePayload(fileName, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** The person reads each of these texts. */
  Form shows(String... texts) {
    for (String text : texts) {
      assertThat(frame)
          .containsText(text, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
    }
    return this;
  }

  /** The field whose label begins like this has this value. */
  Form has(String label, String value) {
    assertThat(field(label)).hasValue(value);
    return this;
  }

  /** What a link of the form delivers. */
  String download(String link) {
    Download file =
        page.waitForDownload(
            () ->
                frame
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                    .click());
    try {
      return Files.readString(file.path());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Sends it, and it is taken. */
  void send() {
    button().click();
    assertThat(button()).isHidden();
  }

  /** Sends it by a button of the form's own, and it is taken. */
  void sendBy(String button) {
    frame.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
    assertThat(button()).isHidden();
  }

  /** Sends it, and it is refused; the person reads why, closes the message and has the form. */
  Form sendAndBeRefused(String reason) {
    button().click();
    Locator message =
        page.locator(".alert-danger").filter(new Locator.FilterOptions().setHasText(reason));
    assertThat(message).isVisible();
    message.locator("button.close:visible").click();
    assertThat(message).isHidden();
    assertThat(button()).isVisible();
    return this;
  }

  private Locator field(String label) {
    return frame.getByLabel(beginsWith(label));
  }

  private Locator button() {
    return frame.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(submit).setExact(true));
  }

  private static Pattern beginsWith(String text) {
    return Pattern.compile("^" + text.replaceAll("[().?+*]", "\\\\$0"));
  }
}
