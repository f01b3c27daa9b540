package film.finalsay.signature.process;

import film.finalsay.approval.Role;
import film.finalsay.engine.RequestVariables;
import film.finalsay.signature.VoidSignature;
import film.finalsay.signature.VoidSignatures.Filed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The names in {@code signature-void.bpmn} that Java needs, once. */
public final class SignatureVoidProcess {

  public static final String ID = "signature-void";

  static final String VOIDED_APPROVAL = "voidedApproval";

  /** A signer is told as a person, in whatever role they are on the team by now. */
  private static final String ANY_ROLE =
      Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(","));

  private SignatureVoidProcess() {}

  static Map<String, Object> variables(Filed filed) {
    Map<String, Object> variables = new HashMap<>(variables(filed.signature()));
    variables.put("signerRoles", ANY_ROLE);
    variables.putAll(RequestVariables.of(filed.approval()));
    return variables;
  }

  static Map<String, Object> variables(VoidSignature signature) {
    return Map.of(
        VOIDED_APPROVAL, signature.voidedKey(), "signers", String.join(",", signature.signers()));
  }
}
