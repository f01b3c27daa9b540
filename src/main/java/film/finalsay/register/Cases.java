package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.film.Films;
import org.springframework.stereotype.Component;

/** Loads what is on file about a request. */
@Component
class Cases {

  private final RequestKinds kinds;
  private final ApprovalRepository approvals;
  private final Films films;

  Cases(RequestKinds kinds, ApprovalRepository approvals, Films films) {
    this.kinds = kinds;
    this.approvals = approvals;
    this.films = films;
  }

  Case of(Approval approval) {
    return new Case(
        kinds.of(approval.kind()),
        approval,
        films.byInput(approval.filmId()),
        approvals.content(approval.key()).orElse(Content.NONE),
        approvals.decisions(approval.key()));
  }
}
