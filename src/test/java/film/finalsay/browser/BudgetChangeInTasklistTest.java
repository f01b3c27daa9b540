package film.finalsay.browser;

import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A budget change from the request to the budget, by mouse and keyboard. */
@FinalSayTest
class BudgetChangeInTasklistTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final TestFilm film;
  private final String change;

  BudgetChangeInTasklistTest(@LocalServerPort int port) {
    film = TestFilm.create(port);
    change = film.id() + "-BC-1";
  }

  @Test
  void isReturnedAmendedAndApproved() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    requestTransfer(line, "8000.00");

    producer
        .open("For the producer", change)
        .shows("Transfer USD 8,000.00 from 3500 TRANSPORTATION to 3600 LOCATIONS")
        .shows("from Lena Ortiz (line1), line producer")
        .shows("Why this is yours to decide: Transfers within one section below the line")
        .shows("From 3500 TRANSPORTATION USD 200,000.00 − USD 8,000.00 USD 192,000.00")
        .shows("To 3600 LOCATIONS USD 300,000.00 + USD 8,000.00 USD 308,000.00")
        .shows("Total budget of the film USD 1,000,000.00 — USD 1,000,000.00")
        .shows("Reason given The trucks stand still while the harbour is rented longer.")
        .choose("Return with guidance")
        .fill("Comment", "Keep a truck for the crane: ask for 6,000.")
        .send();

    line.open("Assigned to me", change)
        .shows("Keep a truck for the crane: ask for 6,000.")
        .shows("Why this is with you: Your request came back with guidance.")
        .shows("Paul Brandt (producer1), producer, returned it on")
        .has("From account", "3500")
        .has("Amount", "8000.00")
        .shows("3600 LOCATIONS USD 300,000.00 USD 308,000.00")
        .shows("(USD 0.00 approved, USD 0.00 open before it)")
        .fill("Amount", "10000.01")
        .shows("Decided by the co-executive producer")
        .fill("Amount", "6000.00")
        .shows("Decided by the producer")
        .shows("From 3500 TRANSPORTATION USD 200,000.00 USD 194,000.00")
        .has("What do you want to do?", "")
        .select("What do you want to do?", "Resubmit")
        .send();

    producer
        .open("For the producer", change)
        .shows("From 3500 TRANSPORTATION USD 200,000.00 − USD 6,000.00 USD 194,000.00")
        .shows("Paul Brandt (producer1), producer, returned it on")
        .choose("Approve")
        .send();

    assertThat(state()).isEqualTo("APPROVED");
    assertThat(film.balance("3500")).isEqualTo("194000.00");
    assertThat(film.balance("3600")).isEqualTo("306000.00");
  }

  @Test
  void isNotApprovedByWhoAskedForItAndSaysSo() {
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    requestTransfer(producer, "8000.00");

    producer.claimAndBeRefused(
        "For the producer",
        change,
        "You asked for %s yourself: nobody decides their own request.".formatted(change));

    assertThat(state()).isEqualTo("PENDING");
    assertThat(film.balance("3500")).isEqualTo("200000.00");
  }

  @Test
  void isRejectedForAReason() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    Tasklist producer = CHROMIUM.tasklist(film, "producer1");
    requestTransfer(line, "8000.00");

    producer
        .open("For the producer", change)
        .choose("Reject")
        .shows("A comment is still missing.")
        .sendAndBeRefused("comment")
        .fill("Comment", "The harbour has to give us the week for nothing.")
        .send();

    line.hasNothing("Assigned to me");
    assertThat(state()).isEqualTo("REJECTED");
    assertThat(film.balance("3500")).isEqualTo("200000.00");
  }

  @Test
  void anIncreaseIsPreviewedApprovedAndConsentedToByBoth() {
    Tasklist line = CHROMIUM.tasklist(film, "line1");
    line.start("Budget change")
        .fill("Film", film.id())
        .select("Kind of change", "Increase")
        .fill("To account", "4500")
        .fill("Amount", "50000")
        .shows("Decided by the executive producer, with the consent of")
        .shows("financier and completion guarantor")
        .shows("Total budget USD 1,000,000.00 USD 1,050,000.00")
        .fill("Reason", "The distributor pays for the storm.")
        .send();

    CHROMIUM
        .tasklist(film, "exec1")
        .open("For the executive producer", change)
        .shows("4500 EDITORIAL USD 100,000.00 + USD 50,000.00 USD 150,000.00")
        .shows("Increases on 4500 EDITORIAL in all, with this one: USD 50,000.00")
        .choose("Approve")
        .send();
    CHROMIUM
        .tasklist(film, "financier1")
        .open("For the financier", change)
        .shows("No answer by then counts as a refusal: money is not promised by silence.")
        .choose("Give consent")
        .send();
    assertThat(film.total()).as("before the guarantor's consent").isEqualTo("1000000.00");
    CHROMIUM
        .tasklist(film, "guarantor1")
        .open("For the completion guarantor", change)
        .shows("No answer by then counts as consent: new money adds to what completes the film.")
        .choose("Give consent")
        .send();

    assertThat(state()).isEqualTo("APPROVED");
    assertThat(film.total()).isEqualTo("1050000.00");
  }

  private void requestTransfer(Tasklist tasklist, String amount) {
    tasklist
        .start("Budget change")
        .fill("Film", film.id())
        .select("Kind of change", "Transfer")
        .fill("From account", "3500")
        .fill("To account", "3600")
        .fill("Amount", amount)
        .shows("Decided by the producer")
        .fill("Reason", "The trucks stand still while the harbour is rented longer.")
        .send();
  }

  private String state() {
    return film.desk("line1").approval(change).path("state").asText();
  }
}
