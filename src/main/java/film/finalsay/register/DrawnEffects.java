package film.finalsay.register;

import film.finalsay.approval.BusinessRuleException;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a drawn process does with what it asked for: the last steps before its end. */
@Service
@Transactional
public class DrawnEffects {

  private final ApprovalRegister register;
  private final Cases cases;
  private final Settlements settlements;

  DrawnEffects(ApprovalRegister register, Cases cases, Settlements settlements) {
    this.register = register;
    this.cases = cases;
    this.settlements = settlements;
  }

  /** What a process asks for, as it is on file. */
  public Case request(String processInstanceId) {
    return cases.of(register.carriedBy(processInstanceId));
  }

  /**
   * Approves what no step before it has, and in the same transaction does what was approved.
   *
   * @param effect does it, with the request as it is on file and the film locked, and says what it
   *     did
   * @throws BusinessRuleException (conflict) unless a producer or somebody above has agreed to what
   *     is asked for now, and nobody has said no
   */
  public void apply(String processInstanceId, Function<Case, Map<String, String>> effect) {
    Case open = cases.of(register.lockCarriedBy(processInstanceId));
    open.kind().requireInTime(open.film());
    Case request = open.with(settlements.approveDrawn(open));
    settlements.tookEffect(request.approval(), effect.apply(request));
  }
}
