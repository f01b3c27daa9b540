package film.finalsay.browser;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody is engaged, by mouse and keyboard. */
@FinalSayTest
class KeyPersonnelInTasklistTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final TestFilm film;
  private final String hire;
  private final String memo;

  KeyPersonnelInTasklistTest(@LocalServerPort int port) {
    film = TestFilm.create(port);
    hire = film.id() + "-KP-1";
    memo = film.upload("Deal memo.");
  }

  @Test
  void isEndorsedHeardReturnedResubmittedAndEngaged() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    Tasklist director = CHROMIUM.tasklist(film, "director1");
    Tasklist exec = CHROMIUM.tasklist(film, "exec1");
    line.start("Key personnel")
        .fill("Film", film.id())
        .select("What is asked for", 0, "Engage somebody")
        .select("Position", 0, "Editor")
        .fill("Name", "Nils Holm")
        .fill("First day", "2027-03-01")
        .fill("Fee for one unit", "4000.00")
        .select("Basis", 0, "Weekly")
        .fill("Guaranteed units", "6")
        .fill("Account", "4500")
        .fill("Deal memo", memo)
        .send();

    producer
        .open("For the producer", hire)
        .shows("Engage Nils Holm as editor")
        .choose("Approve")
        .send();
    director.open("For the director", hire).shows("Nils Holm").choose("Support it").send();
    exec.open("For the executive producer", hire)
        .shows("This position is the executive producer's to fill, to keep and to leave.")
        .shows("Guaranteed units: 6")
        .choose("Return with guidance")
        .fill("Comment", "Five weeks do.")
        .send();
    line.open("Assigned to me", hire)
        .shows("Five weeks do.")
        .has("Name", "Nils Holm")
        .fill("Guaranteed units", "5")
        .choose("Resubmit it as below")
        .send();
    producer.open("For the producer", hire).choose("Approve").send();
    director.open("For the director", hire).choose("Support it").send();
    exec.open("For the executive producer", hire).choose("Approve").send();

    assertThat(
            film.desk("line1")
                .get("/api/films/%s/engagements".formatted(film.id()))
                .ok()
                .path("items")
                .path(0)
                .path("cost")
                .asText())
        .isEqualTo("20000.00");
  }
}
