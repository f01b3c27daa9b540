package film.finalsay.signature;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.Briefing;
import film.finalsay.approval.Markdown;
import film.finalsay.register.ApprovalRegister;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which approval is void, and what was changed. */
@Component
class VoidSignatureBriefing implements Briefing {

  private final VoidSignatures signatures;
  private final ApprovalRegister register;

  VoidSignatureBriefing(VoidSignatures signatures, ApprovalRegister register) {
    this.signatures = signatures;
    this.register = register;
  }

  @Override
  public ApprovalKind kind() {
    return ApprovalKind.SIGNATURE_VOID;
  }

  @Override
  public Map<String, String> of(Approval approval) {
    VoidSignature signature = signatures.onFile(approval);
    Approval voided = register.byKey(signature.voidedKey());
    return Map.of(
        "voidedText", "%s, %s".formatted(voided.key(), Markdown.plain(voided.subject())),
        "becauseText", Markdown.plain(signature.because()));
  }
}
