package film.finalsay.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import film.finalsay.support.FinalSayTest;
import film.finalsay.support.ShootingScript;
import film.finalsay.support.TestFilm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A script is locked for shooting and revised, by mouse and keyboard. */
@FinalSayTest
class ScriptRevisionInTasklistTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String BLUE =
      ShootingScript.SCRIPT.replace("A ship without lights", "Two ships without lights");

  private final TestFilm film;
  private final ShootingScript script;

  ScriptRevisionInTasklistTest(@LocalServerPort int port) {
    film = TestFilm.create(port);
    script = ShootingScript.approved(film, ShootingScript.SCRIPT);
  }

  @Test
  void isLockedAndThenRevised() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    Tasklist exec = CHROMIUM.tasklist(film, "exec1");
    script.report(List.of(Map.of("subject", "NOVA", "scene", "2", "severity", "HIGH"))).ok();
    film.desk("producer1")
        .post(
            script.path("/clearance/1/1/settlement"),
            Map.of("state", "CLEARED", "how", "No living person of that name."))
        .ok();

    line.start("Script lock")
        .fill("Film", film.id())
        .fill("Draft", "Draft 1")
        .fill("Note", "We shoot in March.")
        .send();
    String lock = film.id() + "-SL-1";
    producer
        .open("For the producer", lock)
        .shows("Note We shoot in March.")
        .choose("Endorse")
        .send();
    exec.open("For the executive producer", lock)
        .shows("Lock Draft 1 as the shooting script of Film " + film.id())
        .shows("Draft: Draft 1 · script.fountain")
        .shows("Scenes: 5, numbered 1 to 5 as the script gives them")
        .shows("1 clearance report, 1 finding, none open.")
        .shows("1.1 NOVA (scene 2) cleared: No living person of that name.")
        .choose("Lock this script")
        .send();

    line.start("Script revision")
        .shows("not a PDF, whose scene numbers cannot be read")
        .fill("Film", film.id())
        .fill("Revision set", "Blue 1")
        .attach("Document", "blue.fountain", BLUE)
        .fill("What changed", "Two ships.")
        .send();
    String set = film.id() + "-SR-1";
    producer
        .open("For the producer", set)
        .shows("Approve Blue 1 as the Blue revision of the script of Film " + film.id())
        .shows("Submitted script: Blue 1 (Blue) · blue.fountain")
        .shows("What differs from Draft 1, the approved script")
        .shows("Scenes: 1 changed; 4 read as they did. Changed pages: 1.")
        .shows("3 EXT. SEA - NIGHT changed")
        .shows("was: A ship without lights turns towards the only one there is.")
        .shows("now: Two ships without lights turns towards the only one there is.")
        .choose("Endorse")
        .send();
    theWholeComparisonOpensWithTheSameLogin(producer);
    CHROMIUM
        .tasklist(film, "director1")
        .open("For the director", set)
        .shows("now: Two ships without lights")
        .choose("Support")
        .send();
    exec.open("For the executive producer", set)
        .shows("now: Two ships without lights")
        .choose("Approve")
        .send();

    var current =
        film.desk("line1").get("/api/films/%s/scripts/2".formatted(film.id())).ok().path("draft");
    assertThat(current.path("state").asText()).isEqualTo("APPROVED");
    assertThat(current.path("colour").asText()).isEqualTo("Blue");
  }

  private void theWholeComparisonOpensWithTheSameLogin(Tasklist tasklist) {
    Page page = tasklist.page().context().newPage();
    page.navigate(
        "http://localhost:%d/api/films/%s/scripts/2/difference?from=1"
            .formatted(film.port(), film.id()));
    assertThat(page.title()).isEqualTo("Blue 1 against Draft 1");
    assertThat(page.locator("ins").allTextContents())
        .containsExactly("Two ships without lights turns towards the only one there is.");
    assertThat(page.locator("li").first().evaluate("line => getComputedStyle(line).listStyleType"))
        .as("its looks are let in")
        .isEqualTo("none");
    page.close();
  }
}
