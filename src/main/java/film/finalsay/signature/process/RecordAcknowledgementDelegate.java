package film.finalsay.signature.process;

import film.finalsay.signature.VoidSignatures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordAcknowledgementDelegate implements JavaDelegate {

  private final VoidSignatures signatures;

  RecordAcknowledgementDelegate(VoidSignatures signatures) {
    this.signatures = signatures;
  }

  @Override
  public void execute(DelegateExecution execution) {
    signatures.acknowledged(execution.getProcessInstanceId());
  }
}
