package film.finalsay.commitment.web;

import film.finalsay.approval.Money;
import film.finalsay.commitment.Commitment;
import film.finalsay.commitment.Commitments;
import film.finalsay.film.Film;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Currency;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Budgets")
class CommitmentController {

  private final Commitments commitments;

  CommitmentController(Commitments commitments) {
    this.commitments = commitments;
  }

  /**
   * @param amount decimal string in the currency
   */
  record CommitmentView(
      String approval,
      String account,
      Money amount,
      Currency currency,
      String what,
      Instant committedAt) {

    static CommitmentView of(Commitment commitment) {
      return new CommitmentView(
          commitment.approvalKey(),
          commitment.account(),
          commitment.amount(),
          commitment.amount().currency(),
          commitment.what(),
          commitment.committedAt());
    }
  }

  @GetMapping("/api/films/{film}/commitments")
  @Operation(summary = "What the film has committed itself to pay, the newest first")
  Page<CommitmentView> all(Film film, @Paging.Of(20) Paging paging) {
    return Page.of(
        commitments.of(film, paging.limit(), paging.offset()), paging, CommitmentView::of);
  }
}
