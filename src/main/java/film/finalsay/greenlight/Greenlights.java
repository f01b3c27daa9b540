package film.finalsay.greenlight;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.ApprovalState;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmBudgets;
import film.finalsay.film.Films;
import film.finalsay.greenlight.committee.CommitteeAnswers;
import film.finalsay.greenlight.conditions.Condition;
import film.finalsay.greenlight.conditions.SpendingHold;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.FrozenVision;
import film.finalsay.register.Settlements;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a greenlight does to a film, on conditions or without, and how that is taken back. */
@Service
@Transactional
public class Greenlights {

  private final GreenlightPackages packages;
  private final CommitteeAnswers committeeAnswers;
  private final SpendingHold spendingHold;
  private final FilmBudgets budgets;
  private final Films films;
  private final ApprovalRegister register;
  private final Settlements settlements;
  private final FrozenVision frozenVision;
  private final Clock clock;

  Greenlights(
      GreenlightPackages packages,
      CommitteeAnswers committeeAnswers,
      SpendingHold spendingHold,
      FilmBudgets budgets,
      Films films,
      ApprovalRegister register,
      Settlements settlements,
      FrozenVision frozenVision,
      Clock clock) {
    this.packages = packages;
    this.committeeAnswers = committeeAnswers;
    this.spendingHold = spendingHold;
    this.budgets = budgets;
    this.films = films;
    this.register = register;
    this.settlements = settlements;
    this.frozenVision = frozenVision;
    this.clock = clock;
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
      throw BusinessRuleException.conflict(
          "%s was not approved on conditions.".formatted(approval.key()));
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

  /**
   * Approves, and in the same transaction freezes the vision, locks the budget version and moves
   * the film to pre-production.
   *
   * @throws BusinessRuleException (conflict) if the film is greenlit already, the package is no
   *     longer complete, a condition is open, or the committee has not been heard or has vetoed it
   */
  public void greenlight(String processInstanceId) {
    Approval open = register.carriedBy(processInstanceId);
    Film film = films.lock(open.filmId());
    committeeAnswers.requireHeard(open);
    spendingHold.requireSettled(open, film);
    Approval approval =
        settlements.approve(
            processInstanceId, ApprovalKind.GREENLIGHT, Role.EXECUTIVE_PRODUCER, Set.of());
    GreenlightPackage contents = packages.onFile(approval, film);
    packages.requireComplete(approval, film);
    budgets.lock(film, contents.budgetVersion(), approval.key());
    Film greenlit = film.greenlit(contents.vision(), clock.instant());
    films.save(greenlit);
    frozenVision.show(greenlit);
    spendingHold.settled(approval);
    settlements.tookEffect(
        approval,
        Map.of(
            "phase", greenlit.phase().name(),
            "lockedBudget", String.valueOf(contents.budgetVersion()),
            "vision", contents.vision()));
  }

  /** Takes the greenlight back, when it was opened again or became void. */
  public void overturn(Approval approval) {
    Film ungreenlit = films.lock(approval.filmId()).ungreenlit();
    films.save(ungreenlit);
    frozenVision.show(ungreenlit);
  }
}
