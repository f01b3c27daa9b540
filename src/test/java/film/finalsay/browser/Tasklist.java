package film.finalsay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import film.finalsay.support.Desk;
import java.util.regex.Pattern;

/** The Tasklist as one person works with it. */
final class Tasklist {

  private static final String SEARCH =
      """
      [{"type":"processInstanceBusinessKey","operator":"Like","value":"%s-%%","name":""}]""";

  private static final int MOST_LOADS = 3;
  private static final int PATIENCE_MILLIS = 15_000;

  private final Page page;
  private final String view;
  private final String person;
  private boolean loggedIn;

  private Tasklist(Page page, String view, String person) {
    this.page = page;
    this.view = view;
    this.person = person;
  }

  /** Of somebody who will log in and see all tasks. */
  static Tasklist of(Page page, String person) {
    return new Tasklist(page, "", person);
  }

  /** Of somebody who will log in and see the tasks of one film. */
  static Tasklist ofFilm(String film, Page page, String person) {
    return new Tasklist(page, "#/?searchQuery=" + Desk.encoded(SEARCH.formatted(film)), person);
  }

  private void login() {
    page.navigate("/camunda/app/tasklist/default/" + view);
    Locator username = page.getByPlaceholder("Username");
    showsUp(page, username);
    Locator password = page.getByPlaceholder("Password");
    do {
      username.fill(person);
      // while it loads, the page pulls the focus back, and the password can land in the other field
      password.fill(person);
    } while (!password.inputValue().equals(person));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    showsUp(page, lists().first());
    loggedIn = true;
  }

  /** Opens the start form of a process. */
  Form start(String process) {
    page().getByText("Start process").click();
    Locator dialog = page.locator(".modal-content");
    dialog.getByText(process, new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(dialog.getByLabel("Film").first()).isVisible();
    return new Form(page, dialog, "Start");
  }

  /** Finds the task of an approval in a list, opens it and claims it if nobody has it in hand. */
  Form open(String list, String approval) {
    Locator task = opens(list, approval);
    Locator claim = task.locator("button.claim");
    Locator assignee = task.locator(".assignee");
    assertThat(claim.or(assignee).first()).isVisible();
    if (claim.isVisible()) {
      claim.click();
    }
    assertThat(task.locator(".disabled-form")).hasCount(0);
    return new Form(page, task, "Complete");
  }

  /** Finds the task of an approval in a list and opens it to read. */
  Locator opens(String list, String approval) {
    choose(list);
    card(approval).click();
    Locator task = page.locator(".task-details");
    assertThat(task.locator("form, .form-pane").first()).containsText(approval);
    return task;
  }

  /** Tries to take a task in hand, and is told why not. */
  void claimAndBeRefused(String list, String approval, String reason) {
    Locator task = opens(list, approval);
    task.locator("button.claim").click();
    assertThat(page.locator(".notifications")).containsText(reason);
    assertThat(task.locator("button.claim")).isVisible();
  }

  /** There is no task in this list. */
  void hasNothing(String list) {
    assertThat(choose(list).locator(".counter")).hasText("0");
  }

  /** Goes to an address of the Tasklist, as from a link that somebody sent. */
  void visit(String address) {
    page().navigate(address);
    page.reload();
    showsUp(page, lists().first());
  }

  /** Where this person has logged in, by now if not before. */
  Page page() {
    if (!loggedIn) {
      login();
    }
    return page;
  }

  private Locator choose(String list) {
    // the Tasklist looks for new tasks now and then; a fresh page looks at once
    if (loggedIn) {
      page.reload();
      showsUp(page, lists().first());
    } else {
      login();
    }
    Locator wanted = lists().filter(new Locator.FilterOptions().setHasText(list));
    wanted.click();
    assertThat(wanted).hasClass(Pattern.compile("\\bactive\\b"));
    return wanted;
  }

  /**
   * Now and then the Tasklist's own loader stops at its spinner; a person would reload the page,
   * too.
   */
  private static void showsUp(Page page, Locator content) {
    for (int tries = 1; tries < MOST_LOADS; tries++) {
      try {
        content.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        return;
      } catch (TimeoutError spinning) {
        page.reload();
      }
    }
    assertThat(content).isVisible();
  }

  private Locator lists() {
    return page.locator(".task-filter");
  }

  private Locator card(String approval) {
    return page.locator("ol.tasks-list > li.task")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByText(approval, new Page.GetByTextOptions().setExact(true))));
  }
}
