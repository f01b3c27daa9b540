package film.finalsay.signature.process;

import film.finalsay.engine.RequestVariables;
import film.finalsay.signature.VoidSignature;
import film.finalsay.signature.VoidSignatures.Filed;
import java.util.HashMap;
import java.util.Map;

/** The names in {@code signature-void.bpmn} that Java needs, once. */
public final class SignatureVoidProcess {

  public static final String ID = "signature-void";

  static final String VOIDED_APPROVAL = "voidedApproval";

  private SignatureVoidProcess() {}

  /**
   * @param signerRoles ids, with commas
   */
  static Map<String, Object> variables(Filed filed, String signerRoles) {
    Map<String, Object> variables = new HashMap<>(variables(filed.signature()));
    variables.put("signerRoles", signerRoles);
    variables.putAll(RequestVariables.of(filed.approval()));
    return variables;
  }

  static Map<String, Object> variables(VoidSignature signature) {
    return Map.of(
        VOIDED_APPROVAL, signature.voidedKey(), "signers", String.join(",", signature.signers()));
  }
}
