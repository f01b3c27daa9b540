package film.finalsay.commitment.web;

import film.finalsay.commitment.Commitment;
import film.finalsay.commitment.Commitments;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.web.Viewers;
import film.finalsay.web.Page;
import film.finalsay.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Budgets")
class CommitmentController {

  private final Films films;
  private final Commitments commitments;

  CommitmentController(Films films, Commitments commitments) {
    this.films = films;
    this.commitments = commitments;
  }

  /**
   * @param amount decimal string in the currency
   */
  record CommitmentView(
      String approval,
      String account,
      String amount,
      String currency,
      String what,
      Instant committedAt) {

    static CommitmentView of(Commitment commitment) {
      return new CommitmentView(
          commitment.approvalKey(),
          commitment.account(),
          commitment.amount().plain(),
          commitment.amount().currency().getCurrencyCode(),
          commitment.what(),
          commitment.committedAt());
    }
  }

  @GetMapping("/api/films/{film}/commitments")
  @Operation(summary = "What the film has committed itself to pay, the newest first")
  Page<CommitmentView> all(
      @PathVariable String film,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size,
      Authentication login) {
    Paging paging = new Paging(page, size);
    Film seen = films.seenBy(Viewers.of(login), film);
    return Page.of(
        commitments.of(seen, paging.limit(), paging.offset()), paging, CommitmentView::of);
  }
}
