package film.finalsay.consent;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Role;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.RecordedAnswers;
import java.time.Clock;
import java.time.temporal.TemporalAmount;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is heard on a request and cannot block it. */
@Service
@Transactional
public class Consultations {

  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final Films films;
  private final Clock clock;

  Consultations(ApprovalRegister register, RecordedAnswers answers, Films films, Clock clock) {
    this.register = register;
    this.answers = answers;
    this.films = films;
    this.clock = clock;
  }

  /**
   * Records that a role said nothing in the time that it had.
   *
   * @throws BusinessRuleException (conflict) if the role was not asked, or still has time
   */
  public void wasSilent(
      String processInstanceId, String step, String name, Role role, TemporalAmount period) {
    Approval approval = register.carriedBy(processInstanceId);
    films.hold(approval.filmId());
    new ConsentTerms(period, Outcome.SILENCE, "")
        .requirePassed(answers.askedSince(approval, step, role), clock.instant());
    answers.recordSilence(processInstanceId, step, name, role, Outcome.SILENCE, "");
  }
}
