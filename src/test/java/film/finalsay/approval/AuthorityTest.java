package film.finalsay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may answer at a step: authority upwards, never one's own request. */
class AuthorityTest {

  private static final Approval ASKED_BY_LINE1 =
      new Approval(
          "NOVA-BC-1",
          ApprovalKind.BUDGET_CHANGE,
          "NOVA",
          "process",
          "subject",
          "line1",
          Role.LINE_PRODUCER,
          ApprovalState.PENDING,
          null,
          Instant.EPOCH,
          null);

  @ParameterizedTest(name = "a {0} at a step for a {1}: {2}")
  @CsvSource({
    "PRODUCER,              producer,              true",
    "CO_EXECUTIVE_PRODUCER, producer,              true",
    "EXECUTIVE_PRODUCER,    producer,              true",
    "EXECUTIVE_PRODUCER,    co-executive-producer, true",
    "PRODUCER,              co-executive-producer, false",
    "CO_EXECUTIVE_PRODUCER, executive-producer,    false",
    "LINE_PRODUCER,         producer,              false",
    "ASSOCIATE_PRODUCER,    producer,              false",
    "DIRECTOR,              producer,              false",
    "EXECUTIVE_PRODUCER,    director,              false",
    "EXECUTIVE_PRODUCER,    financier,             false",
    "EXECUTIVE_PRODUCER,    completion-guarantor,  false",
    "EXECUTIVE_PRODUCER,    no-such-group,         false",
    "FINANCIER,             financier,             true"
  })
  void higherAuthorityDecidesForTheLowerOneAndNobodyForTheOthers(
      Role role, String group, boolean may) {
    HumanStep step = decision(group);
    if (may) {
      assertThat(Authority.roleFor(step, ASKED_BY_LINE1, "somebody", Set.of(role))).isEqualTo(role);
    } else {
      assertThatThrownBy(() -> Authority.roleFor(step, ASKED_BY_LINE1, "somebody", Set.of(role)))
          .hasMessageContaining(group);
    }
  }

  @Test
  void theRecordClaimsNoMoreAuthorityThanWasNeeded() {
    Set<Role> both = Set.of(Role.EXECUTIVE_PRODUCER, Role.PRODUCER);
    assertThat(Authority.roleFor(decision("producer"), ASKED_BY_LINE1, "somebody", both))
        .isEqualTo(Role.PRODUCER);
  }

  @Test
  void whoAskedDoesNotDecideWhateverTheirRole() {
    assertThatThrownBy(
            () ->
                SeparationOfDuties.require(
                    ASKED_BY_LINE1, decision("producer"), List.of(), Instant.EPOCH, "line1"))
        .hasMessageContaining("nobody decides their own request");
  }

  @Test
  void whoAmendedItDoesNotDecideEither() {
    Decision resubmitted =
        new Decision(
            "NOVA-BC-1",
            "amend",
            "Amend",
            "producer1",
            Role.PRODUCER,
            Role.LINE_PRODUCER,
            "subject",
            Outcome.RESUBMIT,
            "",
            Instant.EPOCH);
    assertThatThrownBy(
            () ->
                SeparationOfDuties.require(
                    ASKED_BY_LINE1,
                    decision("producer"),
                    List.of(resubmitted),
                    Instant.EPOCH,
                    "producer1"))
        .hasMessageContaining("nobody decides what they prepared");
    assertThatCode(
            () ->
                SeparationOfDuties.require(
                    ASKED_BY_LINE1,
                    decision("producer"),
                    List.of(resubmitted),
                    Instant.EPOCH,
                    "producer2"))
        .doesNotThrowAnyException();
  }

  @Test
  void whoWasGivenItPreparesAlsoInAnotherRoleAndWhoTookItDoesNot() {
    assertThat(
            Authority.roleFor(
                amend("line1", "line1"), ASKED_BY_LINE1, "line1", Set.of(Role.ASSOCIATE_PRODUCER)))
        .isEqualTo(Role.ASSOCIATE_PRODUCER);
    for (String givenTo : new String[] {null, "line2"}) {
      assertThatThrownBy(
              () ->
                  Authority.roleFor(
                      amend("line1", givenTo),
                      ASKED_BY_LINE1,
                      "line1",
                      Set.of(Role.ASSOCIATE_PRODUCER)))
          .hasMessageContaining("line-producer");
    }
  }

  @Test
  void whoAskedMayPrepareAndNobodyElseOnceItIsAssigned() {
    HumanStep amend = amend("line1", "line1");
    SeparationOfDuties.require(ASKED_BY_LINE1, amend, List.of(), Instant.EPOCH, "line1");
    assertThat(Authority.roleFor(amend, ASKED_BY_LINE1, "line1", Set.of(Role.LINE_PRODUCER)))
        .isEqualTo(Role.LINE_PRODUCER);
    assertThatThrownBy(
            () -> Authority.roleFor(amend, ASKED_BY_LINE1, "line2", Set.of(Role.LINE_PRODUCER)))
        .hasMessageContaining("assigned to somebody else");
  }

  private static HumanStep amend(String assignee, String givenTo) {
    return new HumanStep(
        "task",
        "process",
        "amend",
        "Amend",
        assignee,
        givenTo,
        Set.of("line-producer"),
        List.of(Outcome.RESUBMIT, Outcome.WITHDRAW));
  }

  private static HumanStep decision(String group) {
    return new HumanStep(
        "task",
        "process",
        "decide",
        "Decide",
        null,
        null,
        Set.of(group),
        List.of(Outcome.APPROVE, Outcome.REJECT));
  }
}
