package film.finalsay.register;

import film.finalsay.approval.Approval;
import film.finalsay.authority.Ruled;
import film.finalsay.authority.Rulings;
import film.finalsay.film.Films;
import org.springframework.stereotype.Component;

/** Loads what is on file about a request. */
@Component
class Cases {

  private final RequestKinds kinds;
  private final ApprovalRepository approvals;
  private final Rulings rulings;
  private final Films films;

  Cases(RequestKinds kinds, ApprovalRepository approvals, Rulings rulings, Films films) {
    this.kinds = kinds;
    this.approvals = approvals;
    this.rulings = rulings;
    this.films = films;
  }

  Case of(Approval approval) {
    return new Case(
        kinds.of(approval.kind()),
        approval,
        films.byInput(approval.filmId()),
        approvals.content(approval.key()).orElse(Content.NONE),
        approvals.decisions(approval.key()),
        ruled(approval));
  }

  private Ruled ruled(Approval approval) {
    return kinds.of(approval.kind()).declared().ruledBy() == null
        ? null
        : rulings.find(approval.key()).orElse(null);
  }
}
