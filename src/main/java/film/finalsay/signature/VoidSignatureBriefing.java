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
        "voidedText", "%s, %s".formatted(voided.key(), Markdown.row(voided.subject())),
        "becauseText", Markdown.plain(signature.because()),
        "consequenceText", consequence(voided.kind()),
        // whose name it is filed in did not ask for it
        "requestedBy", "the product itself");
  }

  private static String consequence(ApprovalKind voided) {
    return switch (voided) {
      case GREENLIGHT ->
          "The film is back in development, and nothing of its budget is spent until it is greenlit anew.";
      case SCRIPT_APPROVAL -> "The draft is not the approved script any more.";
      case SCRIPT_LOCK -> "The script is not locked any more.";
      case SCRIPT_REVISION -> "The script that the set revised is the current one again.";
      default -> "It does not count any more.";
    };
  }
}
