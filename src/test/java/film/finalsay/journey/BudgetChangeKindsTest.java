package film.finalsay.journey;

import static film.finalsay.journey.Requests.contingency;
import static film.finalsay.journey.Requests.increase;
import static film.finalsay.journey.Requests.overage;
import static film.finalsay.journey.Requests.resubmitted;
import static film.finalsay.journey.Requests.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import film.finalsay.support.FinalSayTest;
import film.finalsay.support.TestFilm;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each kind of budget change, each way through it, with what it does to the film's figures. */
@FinalSayTest
class BudgetChangeKindsTest {

  private static final String DECIDE = "userTask_decideBudgetChange";
  private static final String CONSENT = "userTask_giveConsent";
  private static final String AMEND = "userTask_amendBudgetChange";
  private static final String UNTOUCHED = "200000.00 300000.00 0.00 100000.00 1000000.00";

  @LocalServerPort int port;

  /** Large enough that the contingency needs the guarantor's consent. */
  enum Kind {
    TRANSFER("40000.00", "160000.00 340000.00 0.00 100000.00 1000000.00"),
    CONTINGENCY("40000.00", "200000.00 340000.00 0.00 60000.00 1000000.00"),
    OVERAGE("40000.00", "200000.00 300000.00 40000.00 100000.00 1000000.00"),
    INCREASE("40000.00", "200000.00 340000.00 0.00 100000.00 1040000.00");

    private final String amount;
    private final String after;

    Kind(String amount, String after) {
      this.amount = amount;
      this.after = after;
    }

    Map<String, Object> request(TestFilm film, String amount) {
      return switch (this) {
        case TRANSFER -> transfer(film, "3500", "3600", amount);
        case CONTINGENCY -> contingency(film, "3600", amount);
        case OVERAGE -> overage(film, "3600", amount);
        case INCREASE -> increase(film, "3600", amount);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void isApproved(Kind kind) {
    TestFilm film = TestFilm.create(port);
    Case change = asked(kind, film, kind.amount);

    agreed(kind, change);

    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(figures(film)).isEqualTo(kind.after);
  }

  @ParameterizedTest
  @EnumSource
  void isReturnedWithGuidanceAmendedAndApproved(Kind kind) {
    TestFilm film = TestFilm.create(port);
    Case change = asked(kind, film, "45000.00");
    change.answered("exec1", DECIDE, "RETURN", "Forty will do.");
    assertThat(change.shown("line1", AMEND, "guidance")).isEqualTo("Forty will do.");
    assertThat(figures(film)).isEqualTo(UNTOUCHED);

    change.answered("line1", AMEND, resubmitted(kind.request(film, kind.amount)));
    assertThat(figures(film)).isEqualTo(UNTOUCHED);
    agreed(kind, change);

    assertThat(change.key()).isEqualTo(film.id() + "-BC-1");
    assertThat(change.state()).isEqualTo("APPROVED");
    assertThat(change.decisions())
        .startsWith(
            "exec1 as executive-producer: RETURN",
            "line1 as line-producer: RESUBMIT",
            "exec1 as executive-producer: APPROVE");
    assertThat(figures(film)).isEqualTo(kind.after);
  }

  @ParameterizedTest
  @EnumSource
  void isRejected(Kind kind) {
    TestFilm film = TestFilm.create(port);
    Case change = asked(kind, film, kind.amount);

    change.answered("exec1", DECIDE, "REJECT", "No.");

    assertThat(change.state()).isEqualTo("REJECTED");
    assertThat(figures(film)).isEqualTo(UNTOUCHED);
  }

  @ParameterizedTest
  @EnumSource
  void isWithdrawn(Kind kind) {
    TestFilm film = TestFilm.create(port);
    Case change = asked(kind, film, kind.amount);

    film.desk("line1").post("/api/approvals/" + change.key() + "/withdrawal", Map.of()).ok();

    assertThat(change.state()).isEqualTo("WITHDRAWN");
    assertThat(change.waitingFor()).isEmpty();
    assertThat(figures(film)).isEqualTo(UNTOUCHED);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"CONTINGENCY", "INCREASE"})
  void isRefusedConsent(Kind kind) {
    TestFilm film = TestFilm.create(port);
    Case change = asked(kind, film, kind.amount);
    change.answered("exec1", DECIDE, "APPROVE");

    change.answered("guarantor1", CONSENT, "REFUSE", "The bond does not cover this.");

    assertThat(change.state()).isEqualTo("REJECTED");
    assertThat(figures(film)).isEqualTo(UNTOUCHED);
  }

  private static Case asked(Kind kind, TestFilm film, String amount) {
    return Case.started(film, "line1", "budget-change", kind.request(film, amount));
  }

  private static void agreed(Kind kind, Case change) {
    change.answered("exec1", DECIDE, "APPROVE");
    if (kind == Kind.INCREASE) {
      change.answered("financier1", CONSENT, "CONSENT");
    }
    if (kind == Kind.INCREASE || kind == Kind.CONTINGENCY) {
      change.answered("guarantor1", CONSENT, "CONSENT");
    }
  }

  /** The two accounts, the overage beside the second, the contingency, and the total. */
  private static String figures(TestFilm film) {
    return String.join(
        " ",
        film.balance("3500"),
        film.balance("3600"),
        film.budget("3600", "approvedOverage"),
        film.balance("9900"),
        film.total());
  }
}
