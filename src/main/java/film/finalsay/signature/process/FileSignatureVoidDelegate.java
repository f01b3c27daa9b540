package film.finalsay.signature.process;

import film.finalsay.approval.Inputs;
import film.finalsay.engine.LoggedIn;
import film.finalsay.signature.VoidSignatures;
import film.finalsay.signature.VoidSignatures.Filed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FileSignatureVoidDelegate implements JavaDelegate {

  private final VoidSignatures signatures;

  FileSignatureVoidDelegate(VoidSignatures signatures) {
    this.signatures = signatures;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Filed filed = signatures.file(Inputs.of(execution.getVariables()), LoggedIn.filing(execution));
    execution.setProcessBusinessKey(filed.approval().key());
    execution.setVariables(SignatureVoidProcess.variables(filed));
  }
}
