package film.finalsay.signature.process;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.RequestOnFile;
import film.finalsay.signature.VoidSignatures;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class SignatureVoidOnFile implements RequestOnFile {

  private final VoidSignatures signatures;

  SignatureVoidOnFile(VoidSignatures signatures) {
    this.signatures = signatures;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SIGNATURE_VOID;
  }

  @Override
  public Map<String, String> subject(Approval approval) {
    return signatures.subject(approval);
  }

  @Override
  public Map<String, Object> variables(Approval approval) {
    return SignatureVoidProcess.variables(signatures.onFile(approval));
  }
}
