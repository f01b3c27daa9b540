package film.finalsay.commitment;

import film.finalsay.approval.DrawnEffect;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.register.Case;
import film.finalsay.register.DrawnEffects;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Commits the {@code amount} on the {@code account} that the request names, as it is on file;
 * whatever the variables of the process say by then.
 */
@Component("recordCommitment")
class RecordCommitment implements DrawnEffect {

  private final DrawnEffects effects;
  private final Commitments commitments;

  RecordCommitment(DrawnEffects effects, Commitments commitments) {
    this.effects = effects;
    this.commitments = commitments;
  }

  @Override
  public void require(String processInstanceId, Map<String, String> values) {
    Case request = effects.request(processInstanceId);
    commitments.require(request.film(), account(request), amount(request));
  }

  @Override
  public void apply(String processInstanceId, Map<String, String> values) {
    effects.apply(
        processInstanceId,
        request -> commitments.record(request, account(request), amount(request)));
  }

  private static String account(Case request) {
    return Inputs.of(request.content().values()).text("account", 12);
  }

  private static Money amount(Case request) {
    return Inputs.of(request.content().values()).money("amount", request.film().currency());
  }
}
