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

  private static final Pattern CHOSEN = Pattern.compile("\\bactive\\b");
  private static final Pattern LISTED = Pattern.compile("/filter/[^/]+/list");
  private static final int MOST_LOADS = 3;
  private static final int PATIENCE_MILLIS = 15_000;

  private final Page page;
  private final String person;
  private String view = "";
  private boolean loggedIn;
  private boolean opened;

  /** Of somebody who will log in when there is something to do. */
  Tasklist(Page page, String person) {
    this.page = page;
    this.person = person;
  }

  /** To be opened anew, with all tasks that there are for this person. */
  Tasklist ofAll() {
    return seeing("");
  }

  /** To be opened anew, with the search narrowed to the tasks of one film. */
  Tasklist ofFilm(String film) {
    return seeing("#/?searchQuery=" + Desk.encoded(SEARCH.formatted(film)));
  }

  private Tasklist seeing(String view) {
    this.view = view;
    opened = false;
    return this;
  }

  /** Looks for nothing more until it is opened anew; who has logged in stays so. */
  void leave() {
    page.navigate("about:blank");
    page.setViewportSize(Chromium.WIDTH, Chromium.HEIGHT);
    opened = false;
  }

  private void open() {
    page.navigate("/camunda/app/tasklist/default/" + view);
    if (!loggedIn) {
      login();
    }
    showsUp(page, lists().first());
    opened = true;
  }

  private void login() {
    Locator username = page.getByPlaceholder("Username");
    showsUp(page, username);
    Locator password = page.getByPlaceholder("Password");
    do {
      username.fill(person);
      // while it loads, the page pulls the focus back, and the password can land in the other field
      password.fill(person);
    } while (!password.inputValue().equals(person));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    loggedIn = true;
  }

  /** Looks for a process by its name, and opens its start form. */
  Form start(String process) {
    page().getByText("Start process").click();
    Locator dialog = page.locator(".modal-content");
    // more than a page of them
    dialog.getByPlaceholder("Search by process name").fill(process);
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
    if (opened) {
      page.reload();
      showsUp(page, lists().first());
    }
    choose(list);
    assertThat(list(list).locator(".counter")).hasText("0");
  }

  /** Goes to an address of the Tasklist, as from a link that somebody sent. */
  void visit(String address) {
    page().navigate(address);
    page.reload();
    showsUp(page, lists().first());
  }

  /** Where this person has logged in, by now if not before. */
  Page page() {
    if (!opened) {
      open();
    }
    return page;
  }

  /** The Tasklist looks for new tasks now and then, and at once when another list is chosen. */
  private void choose(String list) {
    page();
    Locator wanted = list(list);
    if (wanted.and(page.locator(".active")).count() > 0) {
      Locator another = page.locator(".task-filter:not(.active)").first();
      // without the mouse, which would leave a tooltip before the next one
      looksAt(() -> another.dispatchEvent("click"));
      assertThat(wanted).not().hasClass(CHOSEN);
    }
    looksAt(wanted::click);
    assertThat(wanted).hasClass(CHOSEN);
  }

  private void looksAt(Runnable click) {
    page.waitForResponse(answer -> LISTED.matcher(answer.url()).find(), click);
  }

  private Locator list(String name) {
    return lists().filter(new Locator.FilterOptions().setHasText(name));
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
