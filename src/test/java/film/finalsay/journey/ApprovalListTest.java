package film.finalsay.journey;

import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A film's approvals as one list. */
@FinalSayTest
class ApprovalListTest {

  private static final String DECIDE = "userTask_decideBudgetChange";

  @LocalServerPort int port;

  @Test
  void eachShowsItsOwnAnswersAndWhomItWaitsFor() {
    TestFilm film = TestFilm.create(port);
    String returned = asked(film);
    film.desk("producer1").answer(returned, DECIDE, "RETURN", "Half of it will do.").ok();
    String open = asked(film);

    JsonNode newest = list(film).path(0);
    JsonNode oldest = list(film).path(1);

    assertThat(newest.path("key").asText()).isEqualTo(open);
    assertThat(newest.path("decisions")).isEmpty();
    assertThat(newest.path("waitingFor").path(0).path("groups").toString())
        .isEqualTo("[\"producer\"]");
    assertThat(oldest.path("key").asText()).isEqualTo(returned);
    assertThat(oldest.path("decisions").findValuesAsText("person")).containsExactly("producer1");
    assertThat(oldest.path("waitingFor").path(0).path("groups").toString())
        .isEqualTo("[\"line-producer\"]");
  }

  @Test
  void answersAndGroupsAreReadOnceHoweverManyApprovalsThereAre() {
    TestFilm film = TestFilm.create(port);
    asked(film);
    List<String> forOne = statements(() -> list(film));
    asked(film);
    asked(film);

    List<String> forThree = statements(() -> list(film));

    assertThat(forOne).hasSize(2);
    assertThat(forThree).hasSize(2);
  }

  private static String asked(TestFilm film) {
    return film.desk("line1").started("budget-change", transfer(film, "3500", "3600", "100.00"));
  }

  private static JsonNode list(TestFilm film) {
    return film.desk("line1")
        .get("/api/films/%s/approvals".formatted(film.id()))
        .ok()
        .path("items");
  }

  /** What is asked of the tables of answers and of groups while something is done. */
  private static List<String> statements(Runnable work) {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    List<Logger> loggers =
        Stream.of(JdbcTemplate.class.getName(), "org.camunda.bpm.engine.impl.persistence.entity")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();
    loggers.forEach(
        one -> {
          one.setLevel(Level.DEBUG);
          one.setAdditive(false);
          one.addAppender(log);
        });
    try {
      work.run();
    } finally {
      loggers.forEach(
          one -> {
            one.detachAppender(log);
            one.setAdditive(true);
            one.setLevel(null);
          });
    }
    return List.copyOf(log.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(
            line ->
                line.contains("Executing prepared SQL statement") || line.contains("Preparing:"))
        .filter(line -> line.contains("from decision") || line.contains("ACT_RU_IDENTITYLINK"))
        .toList();
  }
}
