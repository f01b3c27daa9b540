package film.finalsay.locationfee;

import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Money;
import film.finalsay.commitment.Commitments;
import film.finalsay.register.Asking;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.register.Declaration;
import film.finalsay.register.Declaration.Trait;
import film.finalsay.register.RequestKind;
import film.finalsay.register.Submission;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks to pay the owner of a location; approved, the fee is committed on its account. */
@Component
class LocationFeeRequest implements RequestKind {

  private final Commitments commitments;

  LocationFeeRequest(Commitments commitments) {
    this.commitments = commitments;
  }

  @Override
  public Declaration declared() {
    return Declaration.of(new ApprovalKind("LOCATION_FEE"), "LF", Trait.ENDORSED);
  }

  @Override
  public Submission submit(Asking asking) {
    String place = asking.sent().text("place", 100);
    String account = asking.sent().text("account", 12);
    Money fee = asking.sent().money("amount", asking.film().currency());
    commitments.require(asking.film(), account, fee);
    return Submission.of(
        "Pay %s for the location %s".formatted(fee.inWords(), place),
        fee,
        Content.of("place", place).with("account", account).with("amount", fee.plain()));
  }

  @Override
  public Map<String, String> apply(Case request) {
    Content fee = request.content();
    return commitments.record(
        request, fee.text("account"), fee.money("amount", request.film().currency()));
  }
}
