package film.finalsay.greenlight.web;

import film.finalsay.approval.Approval;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.ConditionState;
import film.finalsay.greenlight.conditions.Conditions;
import film.finalsay.greenlight.conditions.Evidence;
import film.finalsay.greenlight.conditions.Move;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Conditions")
class ConditionsController {

  private final Conditions conditions;

  ConditionsController(Conditions conditions) {
    this.conditions = conditions;
  }

  /**
   * @param document SHA-256; null if it goes by a reference
   * @param reference null if it goes by a document
   */
  record EvidenceView(
      String document, String reference, String words, String reportedBy, Instant reportedAt) {

    static EvidenceView of(Evidence evidence) {
      return evidence.reportedAt() == null
          ? null
          : new EvidenceView(
              evidence.evidenceSha256(),
              evidence.evidenceReference(),
              evidence.evidenceWords(),
              evidence.reportedBy(),
              evidence.reportedAt());
    }
  }

  /**
   * @param person null for the product itself, when the day passed
   */
  record MoveView(String person, Instant at, String because) {

    static MoveView of(Move move) {
      return move.movedAt() == null
          ? null
          : new MoveView(move.movedBy(), move.movedAt(), move.movedBecause());
    }
  }

  /**
   * @param set from 1; the conditions of the last approval on conditions count
   * @param ownerPerson null if anybody in the role is to meet it
   * @param evidence null until it was reported met
   * @param lastMove who confirmed, sent back, waived or extended it last; null if nobody did
   */
  record ConditionView(
      int number,
      int set,
      String wording,
      String owner,
      String ownerPerson,
      String evidenceAsked,
      LocalDate due,
      ConditionState state,
      EvidenceView evidence,
      MoveView lastMove) {

    static ConditionView of(Condition condition) {
      return new ConditionView(
          condition.number(),
          condition.setNumber(),
          condition.wording(),
          condition.ownerRole(),
          condition.ownerPerson(),
          condition.evidenceAsked(),
          condition.due(),
          condition.state(),
          EvidenceView.of(condition.evidence()),
          MoveView.of(condition.lastMove()));
    }
  }

  @GetMapping("/api/approvals/{key}/conditions")
  @Operation(summary = "The conditions that a greenlight was given on, and where each stands")
  Page<ConditionView> of(Approval approval, Paging paging) {
    return Page.of(
        conditions.of(approval, paging.limit(), paging.offset()), paging, ConditionView::of);
  }
}
