package film.finalsay.greenlight;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.greenlight.committee.CommitteeAnswers;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.SpendingHold;
import film.finalsay.register.ApprovalRegister;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an approval on conditions does to a film until they are settled. */
@Service
@Transactional
public class Greenlights {

  private final GreenlightPackages packages;
  private final CommitteeAnswers committeeAnswers;
  private final SpendingHold spendingHold;
  private final Films films;
  private final ApprovalRegister register;

  Greenlights(
      GreenlightPackages packages,
      CommitteeAnswers committeeAnswers,
      SpendingHold spendingHold,
      Films films,
      ApprovalRegister register) {
    this.packages = packages;
    this.committeeAnswers = committeeAnswers;
    this.spendingHold = spendingHold;
    this.films = films;
    this.register = register;
  }

  /**
   * Freezes the vision of a film that was approved on conditions, and lets nothing be spent until
   * they are settled.
   *
   * @return the conditions
   * @throws BusinessRuleException (conflict) if it was not approved on conditions, the film is
   *     greenlit already, the package is no longer complete, or the committee stands against it
   */
  public List<Condition> greenlightOnConditions(String processInstanceId) {
    Film film = films.lock(register.carriedBy(processInstanceId).filmId());
    Approval approval = register.carriedBy(processInstanceId);
    if (approval.state() != ApprovalState.CONDITIONAL) {
      throw conflict("%s was not approved on conditions.", approval.key());
    }
    committeeAnswers.requireHeard(approval);
    GreenlightPackage contents = packages.onFile(approval, film);
    packages.requireComplete(approval, film);
    return spendingHold.begin(approval, film, contents.vision());
  }

  /** What was approved on conditions is back with who prepares it, and the film in development. */
  public void reopen(String processInstanceId) {
    spendingHold.release(register.carriedBy(processInstanceId));
  }
}
