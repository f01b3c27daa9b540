package film.finalsay.browser;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.release.ReleasePlans;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.Territories;
import film.finalsay.support.TestFilm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A release plan from its number to the film's dates, by mouse and keyboard. */
@FinalSayTest
class ReleasePlanInTasklistTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final TestFilm film;

  ReleasePlanInTasklistTest(@LocalServerPort int port, ReleasePlans plans) {
    film = TestFilm.create(port);
    plans.save(film.id(), Territories.plan(Territories.germany()), "producer2");
    plans.save(film.id(), Territories.plan(Territories.germanyOpening("2028-03-09")), "producer2");
  }

  @Test
  void isHeardReturnedResubmittedAndApproved() {
    String plan = film.id() + "-MP-1";
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    Tasklist director = CHROMIUM.tasklist(film, "director1");
    Tasklist exec = CHROMIUM.tasklist(film, "exec1");
    producer
        .start("Release plan")
        .fill("Film", film.id())
        .fill("Plan version", "1")
        .fill("Note", "As the sales agent asks.")
        .send();

    director
        .open("For the director", plan)
        .shows("Key art and trailer are part of how the film comes out")
        .shows("Materials: Trailer by 2027-12-01; Key art by 2027-11-15")
        .choose("Raise a concern")
        .fill("Comment", "Too early.")
        .send();
    exec.open("For the executive producer", plan)
        .shows("The first release plan of a film is the executive producer's.")
        .shows("Distributor: Nordlicht Filmverleih, platform")
        .shows("Note: As the sales agent asks.")
        .shows("Too early.")
        .choose("Return with guidance")
        .fill("Comment", "A week later.")
        .send();
    producer
        .open("Assigned to me", plan)
        .shows("A week later.")
        .has("Plan version", "1")
        .fill("Plan version", "2")
        .choose("Resubmit")
        .send();
    director.open("For the director", plan).choose("Support it").send();
    exec.open("For the executive producer", plan)
        .shows("theatrical from 2028-03-09 to 2028-06-30")
        .choose("Release the film by this plan")
        .send();

    assertThat(
            film.desk("line1")
                .get("/api/films/%s/release-plan".formatted(film.id()))
                .ok()
                .path("version")
                .asInt())
        .isEqualTo(2);
  }
}
