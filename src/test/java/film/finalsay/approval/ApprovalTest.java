package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where an approval goes with each answer, and that a settled one goes nowhere. */
class ApprovalTest {

  @ParameterizedTest
  @CsvSource({
    "PENDING,     APPROVE,                 PENDING",
    "PENDING,     RETURN,                  RETURNED",
    "RETURNED,    RESUBMIT,                PENDING",
    "PENDING,     APPROVE_WITH_CONDITIONS, CONDITIONAL",
    "CONDITIONAL, CONDITIONS_MET,          CONDITIONAL",
    "CONDITIONAL, RETURN,                  CONDITIONAL",
    "CONDITIONAL, CONFIRM,                 CONDITIONAL"
  })
  void anAnswerMovesIt(ApprovalState from, Outcome outcome, ApprovalState to) {
    assertThat(in(from).after(outcome).state()).isEqualTo(to);
  }

  @ParameterizedTest
  @EnumSource(names = {"APPROVED", "REJECTED", "WITHDRAWN"})
  void aSettledOneStaysAsItIs(ApprovalState end) {
    Approval settled = in(ApprovalState.PENDING).settled(end, Instant.EPOCH);
    assertThat(settled.settledAt()).isEqualTo(Instant.EPOCH);
    String already = "already " + end.name().toLowerCase(java.util.Locale.ROOT);
    assertThatThrownBy(() -> settled.after(Outcome.APPROVE)).hasMessageContaining(already);
    assertThatThrownBy(() -> settled.settled(ApprovalState.APPROVED, Instant.EPOCH))
        .hasMessageContaining(already);
    assertThatThrownBy(() -> settled.amended("new", null)).hasMessageContaining(already);
  }

  private static Approval in(ApprovalState state) {
    return new Approval(
        "NOVA-GL-1",
        ApprovalKind.GREENLIGHT,
        "NOVA",
        "process",
        "Greenlight Nova",
        "producer1",
        Role.PRODUCER,
        state,
        null,
        Instant.EPOCH,
        null);
  }
}
