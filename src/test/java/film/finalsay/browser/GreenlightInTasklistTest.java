package film.finalsay.browser;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestCommittee;
import film.finalsay.support.TestFilm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A greenlight from the package to the film in pre-production, by mouse and keyboard. */
@FinalSayTest
class GreenlightInTasklistTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final TestFilm film;
  private final String greenlight;

  GreenlightInTasklistTest(@LocalServerPort int port) {
    film = TestFilm.create(port).packaged();
    greenlight = film.id() + "-GL-1";
    approveScript();
  }

  @Test
  void isEndorsedCompletedAndGreenlitOnceItsConditionsAreMet() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    Tasklist exec = CHROMIUM.tasklist(film, "exec1");
    film.secured("900000.00");
    submitPackage(line);

    producer
        .open("For the producer", greenlight)
        .shows("Greenlight Film " + film.id())
        .shows("A keeper saves the one ship that looks for her.")
        .choose("Endorse")
        .send();
    film.secured("1050000.00");
    producer
        .open("For the producer", greenlight)
        .shows("Missing from the package")
        .shows("USD 900,000.00 is USD 100,000.00 short of USD 1,000,000.00")
        .has("First shooting day", "2027-03-01")
        .choose("Resubmit")
        .send();

    exec.open("For the executive producer", greenlight)
        .shows("Secured, 100 %", "USD 1,050,000.00", "Mara Lindqvist (attached)")
        .shows("1 Mar 2027 to 28 Mar 2027")
        .shows("Version 3, USD 1,050,000.00 secured of USD 1,000,000.00")
        .choose("Greenlight subject to conditions");
    assertThat(linked(exec, "The package on one page (PDF)")).startsWith("%PDF-");
    exec.open("For the executive producer", greenlight)
        .choose("Greenlight subject to conditions")
        .fill("What is to be met", 0, "The completion bond is signed.")
        .fill("Last day", 0, "2031-02-01")
        .select("Whose it is", 0, "The producer")
        .fill("What will show it", 0, "The signed bond")
        .addRow()
        .fill("What is to be met", 1, "The lead has signed.")
        .fill("Last day", 1, "2031-02-03")
        .select("Whose it is", 1, "Lena Ortiz (line1), line producer")
        .fill("What will show it", 1, "The contract")
        .sendBy("Send the decision");
    assertThat(phase()).isEqualTo("GREENLIT_ON_CONDITIONS");
    producer
        .open("For the producer", greenlight)
        .shows(
            "Condition 1 of \"Greenlight Film %s\": The completion bond is signed."
                .formatted(film.id()))
        .shows(
            "Vision, as frozen at the greenlight Real nights, real storms, and a hopeful ending.")
        .choose("The condition is met")
        .fill("Reference", "Closing binder, tab 1")
        .fill("What it shows", "Bond signed on 1 February.")
        .send();
    exec.open("For the executive producer", greenlight)
        .shows("Bond signed on 1 February.")
        .choose("Confirm")
        .send();
    line.open("Assigned to me", greenlight)
        .shows("Condition 2 of \"Greenlight Film %s\": The lead has signed.".formatted(film.id()))
        .choose("The condition is met")
        .fill("Reference", "Closing binder, tab 2")
        .fill("What it shows", "Lead signed on 3 February.")
        .send();
    exec.open("For the executive producer", greenlight)
        .shows("Closing binder, tab 2")
        .choose("Waive it")
        .fill("Comment", "A deal memo is enough.")
        .send();

    assertThat(state()).isEqualTo("APPROVED");
    assertThat(phase()).isEqualTo("PRE_PRODUCTION");
  }

  @Test
  void isReturnedResubmittedAndRejected() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    Tasklist exec = CHROMIUM.tasklist(film, "exec1");
    submitPackage(line);

    producer.open("For the producer", greenlight).choose("Endorse").send();
    exec.open("For the executive producer", greenlight)
        .choose("Return with guidance")
        .fill("Comment", "Say whose film it is.")
        .send();
    line.open("Assigned to me", greenlight)
        .shows("returned Say whose film it is.")
        .fill("Logline", "The keeper tells how she saved the one ship that looked for her.")
        .choose("Resubmit")
        .send();
    producer
        .open("For the producer", greenlight)
        .shows("The keeper tells how she saved")
        .choose("Endorse")
        .send();
    exec.open("For the executive producer", greenlight)
        .choose("Reject")
        .fill("Comment", "There is no audience for it this year.")
        .send();

    line.hasNothing("Assigned to me");
    assertThat(state()).isEqualTo("REJECTED");
    assertThat(phase()).isEqualTo("DEVELOPMENT");
  }

  @Test
  void aCommitteeOfFiveVotesAndTheExecutiveProducerHasTheFinalSay() {
    TestCommittee committee = TestCommittee.of(film, 5);
    committee.set(committee.policy(3));
    submitPackage(CHROMIUM.tasklist(film, "producer1"));

    List<String> votes = List.of("For it", "For it", "Against it", "Against it", "Abstain");
    for (int seat = 1; seat <= 5; seat++) {
      CHROMIUM
          .tasklist(film, committee.seat(seat))
          .open("For the committee member", greenlight)
          .shows("You vote in the seat Seat of " + committee.seat(seat))
          .shows("hidden from everybody until all are in")
          .choose(votes.get(seat - 1))
          .fill("Comment", "Seat %d has read it.".formatted(seat))
          .send();
    }
    CHROMIUM
        .tasklist(film, "exec1")
        .open("For the executive producer", greenlight)
        .shows("Tied: 2 for, 2 against, 1 abstained, 0 did not vote")
        .shows("voted against it: Seat 3 has read it.")
        .shows("To greenlight it is to override the committee: write why.")
        .choose("Greenlight$")
        .fill("Comment", "I believe in it.")
        .send();

    assertThat(state()).isEqualTo("APPROVED");
    assertThat(phase()).isEqualTo("PRE_PRODUCTION");
  }

  /** What a link of the open form leads to, with the login that the person has in the browser. */
  private static String linked(Tasklist tasklist, String link) {
    String address = tasklist.page().getByText(link).getAttribute("href");
    return new String(tasklist.page().request().get(address).body(), StandardCharsets.ISO_8859_1);
  }

  private void submitPackage(Tasklist tasklist) {
    tasklist
        .start("Greenlight")
        .fill("Film", film.id())
        .fill("Logline", "A keeper saves the one ship that looks for her.")
        .fill("Vision", "Real nights, real storms, and a hopeful ending.")
        .fill("Budget version", "1")
        .fill("Script draft", "Draft 1")
        .fill("First shooting day", "2027-03-01")
        .fill("Last shooting day", "2027-03-28")
        .send();
  }

  private void approveScript() {
    String script =
        film.desk("line1")
            .started(
                "script-approval",
                Map.of(
                    "film",
                    film.id(),
                    "draft",
                    "Draft 1",
                    "document",
                    film.upload("INT. LIGHTHOUSE - NIGHT"),
                    "summary",
                    "The first draft."));
    film.desk("producer1").answer(script, "userTask_reviewScriptDraft", "APPROVE", "").ok();
    film.desk("director1").answer(script, "userTask_consultDirector", "SUPPORT", "").ok();
    film.desk("exec1").answer(script, "userTask_decideScriptDraft", "APPROVE", "").ok();
  }

  private String state() {
    return film.desk("line1").approval(greenlight).path("state").asText();
  }

  private String phase() {
    return film.desk("line1").get("/api/films/" + film.id()).ok().path("phase").asText();
  }
}
