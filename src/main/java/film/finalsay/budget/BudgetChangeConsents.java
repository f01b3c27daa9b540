package film.finalsay.budget;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.RecordedAnswers;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consents that nobody answered in time. */
@Service
@Transactional
public class BudgetChangeConsents {

  private final BudgetChanges changes;
  private final ConsentTable table;
  private final Films films;
  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final Clock clock;

  BudgetChangeConsents(
      BudgetChanges changes,
      ConsentTable table,
      Films films,
      ApprovalRegister register,
      RecordedAnswers answers,
      Clock clock) {
    this.changes = changes;
    this.table = table;
    this.films = films;
    this.register = register;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Records that a party was silent until its deadline, as what its terms say that this means.
   *
   * @return those terms
   * @throws film.finalsay.approval.Refusal (conflict) if the party was not asked, or still has time
   */
  public ConsentTerms wasSilent(String processInstanceId, String step, String name, Role party) {
    Approval approval = register.carriedBy(processInstanceId);
    Film film = films.lock(approval.filmId());
    ConsentTerms terms = table.terms(party, changes.onFile(approval, film).kind());
    terms.requirePassed(answers.askedSince(approval, step, party), clock.instant());
    answers.recordSilence(processInstanceId, step, name, party, terms.silence(), terms.because());
    return terms;
  }
}
