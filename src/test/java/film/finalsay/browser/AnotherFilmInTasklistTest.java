package film.finalsay.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In the Tasklist, too, a film's tasks are its own team's and nobody else's. */
@FinalSayTest
class AnotherFilmInTasklistTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final TestFilm film;

  AnotherFilmInTasklistTest(@LocalServerPort int port) {
    film = TestFilm.without(port, "exec1");
    film.hire("executive-producer");
  }

  @Test
  void itsTasksAreNeitherListedNorOpenedByTheirAddress() {
    String approval =
        film.desk("line1")
            .started(
                "budget-change",
                Map.of(
                    "film", film.id(),
                    "kind", "TRANSFER",
                    "fromAccount", "3500",
                    "toAccount", "3600",
                    "amount", "60000.00",
                    "reason", "The harbour asks for a second week."));
    String task = film.desk("coexec1").task(approval, "userTask_decideBudgetChange");

    Tasklist another = CHROMIUM.tasklist(film, "exec1");
    another.hasNothing("For the executive producer");
    another.hasNothing("All that is open");
    another.visit("/camunda/app/tasklist/default/#/?task=" + task);
    assertThat(another.page().getByText(approval)).hasCount(0);
    assertThat(another.page().locator(".task-details form")).hasCount(0);

    CHROMIUM.tasklist(film, "coexec1").opens("All that is open", approval);
  }
}
