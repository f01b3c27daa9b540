package film.finalsay.commitment.process;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Money;
import film.finalsay.commitment.Commitments;
import film.finalsay.register.DrawnEffects;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CommitmentDelegates {

  /**
   * Commits the {@code amount} on the {@code account} that the request names, as it is on file and
   * only if it was agreed to; whatever the variables of the process say by then.
   *
   * @throws BusinessRuleException if the request has no such fields, or the account not enough left
   */
  @Bean
  JavaDelegate recordCommitment(DrawnEffects effects, Commitments commitments) {
    return process ->
        effects.apply(
            process.getProcessInstanceId(),
            request -> {
              Inputs fields = Inputs.of(request.content().values());
              String account = fields.text("account", 12);
              Money amount = fields.money("amount", request.film().currency());
              return commitments.record(request, account, amount);
            });
  }
}
