package film.finalsay.browser;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A script from the first draft to the approved one, by mouse and keyboard. */
@FinalSayTest
class ScriptApprovalInTasklistTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String FIRST_DRAFT = "INT. LIGHTHOUSE - NIGHT\n\nThe lamp goes out.\n";
  private static final String SECOND_DRAFT = "INT. LIGHTHOUSE - NIGHT\n\nThe lamp stays lit. — É\n";

  private final TestFilm film;
  private final String approval;

  ScriptApprovalInTasklistTest(@LocalServerPort int port) {
    film = TestFilm.create(port);
    approval = film.id() + "-SA-1";
  }

  @Test
  void isReturnedRevisedAndApproved() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    Tasklist director = CHROMIUM.tasklist(film, "director1");
    Tasklist exec = CHROMIUM.tasklist(film, "exec1");
    submitFirstDraft(line);

    producer
        .open("For the producer", approval)
        .shows("Submitted script: Draft 1 · lighthouse.fountain")
        .shows("What changed It is the first draft.")
        .choose("Endorse")
        .send();
    director
        .open("For the director", approval)
        .choose("Raise a concern")
        .fill("Comment", "The dark ending betrays the keeper.")
        .send();
    Form decision =
        exec.open("For the executive producer", approval)
            .shows("The producer's review Paul Brandt (producer1) endorsed it")
            .shows("The director's view")
            .shows(
                "Dana Reyes (director1) has concerns about it: The dark ending betrays the"
                    + " keeper.");
    assertThat(decision.download("Read the script")).isEqualTo(FIRST_DRAFT);
    decision.choose("Return with notes").fill("Comment", "Let the lamp burn to the end.").send();

    String sha256 =
        CHROMIUM.uploadPage(film, "line1").upload(film.id(), "lighthouse-2.fountain", SECOND_DRAFT);
    line.open("Assigned to me", approval)
        .shows("returned Let the lamp burn to the end.")
        .fill("Label", "Draft 2")
        .fill("Document", sha256)
        .fill("What changed", "The lamp stays lit.")
        .choose("Submit the new version")
        .send();

    Form review =
        producer
            .open("For the producer", approval)
            .shows("Submitted script: Draft 2", "What differs from Draft 1, which came back");
    assertThat(review.download("Read the script")).isEqualTo(SECOND_DRAFT);
    review.choose("Endorse").send();
    director.open("For the director", approval).choose("Support").send();
    exec.open("For the executive producer", approval)
        .shows("Edith Crane (exec1), executive producer, returned it on")
        .choose("Approve")
        .send();

    assertThat(state()).isEqualTo("APPROVED");
    assertThat(latestDraft("label")).isEqualTo("Draft 2");
    assertThat(latestDraft("state")).isEqualTo("APPROVED");
    assertThat(latestDraft("sha256")).isEqualTo(sha256);
  }

  @Test
  void isRejectedForAReason() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    submitFirstDraft(line);

    CHROMIUM
        .tasklist(film, "producer1")
        .open("For the producer", approval)
        .choose("Reject")
        .fill("Comment", "It is another film's story.")
        .send();
    CHROMIUM
        .tasklist(film, "director1")
        .open("For the director", approval)
        .choose("Support")
        .send();

    line.hasNothing("Assigned to me");
    assertThat(state()).isEqualTo("REJECTED");
    assertThat(latestDraft("state")).isNotEqualTo("APPROVED");
  }

  private void submitFirstDraft(Tasklist tasklist) {
    tasklist
        .start("Script approval")
        .shows("from a PDF they cannot be, so enter them here")
        .fill("Film", film.id())
        .fill("Draft", "Draft 1")
        .attach("Document", "lighthouse.fountain", FIRST_DRAFT)
        .fill("What changed", "It is the first draft.")
        .send();
  }

  private String state() {
    return film.desk("line1").approval(approval).path("state").asText();
  }

  private String latestDraft(String property) {
    return film.desk("line1")
        .get("/api/films/%s/script-drafts".formatted(film.id()))
        .ok()
        .path("items")
        .path(0)
        .path(property)
        .asText();
  }
}
