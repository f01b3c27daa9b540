package film.finalsay.browser;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A budget lock from the version to the budget that the film is made for, by mouse and keyboard.
 */
@FinalSayTest
class BudgetLockInTasklistTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final TestFilm film;
  private final String lock;

  BudgetLockInTasklistTest(@LocalServerPort int port) {
    film = TestFilm.create(port);
    lock = film.id() + "-BL-2";
    String first =
        film.desk("producer1").started("budget-lock", Map.of("film", film.id(), "version", 1));
    film.desk("exec1").answer(first, "userTask_decideBudgetLock", "APPROVE", "").ok();
    film.importBudget(TestFilm.TOP_SHEET.replace("ATL,250000", "ATL,275000")).ok();
  }

  @Test
  void isEndorsedReturnedResubmittedAndLocked() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    Tasklist exec = CHROMIUM.tasklist(film, "exec1");
    line.start("Budget lock")
        .fill("Film", film.id())
        .fill("Budget version", "2")
        .fill("Note", "The lead costs more.")
        .send();

    producer
        .open("For the producer", lock)
        .shows("Lock version 2 of the budget of Film " + film.id())
        .shows("Above the line USD 300,000.00 + USD 25,000.00 USD 325,000.00")
        .choose("Endorse")
        .send();
    exec.open("For the executive producer", lock)
        .shows("Section Version 1, locked Change Version 2")
        .shows("Post-production USD 100,000.00 no change USD 100,000.00")
        .shows("Total USD 1,000,000.00 + USD 25,000.00 USD 1,025,000.00")
        .shows("Contingency 9900 CONTINGENCY, USD 100,000.00")
        .shows("1400 CAST: USD 275,000.00, was USD 250,000.00 (+ USD 25,000.00)")
        .shows("Note The lead costs more.")
        .choose("Return with guidance")
        .fill("Comment", "Ask her once more.")
        .send();
    line.open("Assigned to me", lock)
        .shows("returned Ask her once more.")
        .has("Budget version", "2")
        .choose("Resubmit")
        .send();
    producer.open("For the producer", lock).choose("Endorse").send();
    exec.open("For the executive producer", lock).choose("Lock this version").send();

    assertThat(film.desk("line1").approval(lock).path("state").asText()).isEqualTo("APPROVED");
    assertThat(film.total()).isEqualTo("1025000.00");
  }
}
