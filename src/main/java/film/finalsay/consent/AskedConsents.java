package film.finalsay.consent;

import film.finalsay.approval.Approval;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Role;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.RecordedAnswers;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms on which each party was asked: it is held to what it was told, whatever a table says
 * since.
 */
@Service
@Transactional
public class AskedConsents {

  private final AskedConsentRepository consents;
  private final Films films;
  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final Clock clock;

  AskedConsents(
      AskedConsentRepository consents,
      Films films,
      ApprovalRegister register,
      RecordedAnswers answers,
      Clock clock) {
    this.consents = consents;
    this.films = films;
    this.register = register;
    this.answers = answers;
    this.clock = clock;
  }

  /** Keeps whom a request is put to, in place of whom it was put to before. */
  public void keep(Approval approval, Map<Role, ConsentTerms> asked) {
    consents.delete(approval.key());
    asked.forEach((party, terms) -> consents.save(approval.key(), party, terms));
  }

  /** Keeps on what terms one party is asked. */
  public void keep(String processInstanceId, Role party, ConsentTerms terms) {
    consents.save(register.carriedBy(processInstanceId).key(), party, terms);
  }

  @Transactional(readOnly = true)
  public Map<Role, ConsentTerms> of(Approval approval) {
    return consents.find(approval.key());
  }

  /**
   * Records that a party was silent until its deadline, as what it was told that this means.
   *
   * @param said the terms for who was asked before they were kept
   * @return on what terms it was asked
   * @throws BusinessRuleException (conflict) if the party was not asked, or still has time
   */
  public ConsentTerms wasSilent(
      String processInstanceId, String step, String name, Role party, Supplier<ConsentTerms> said) {
    Approval approval = register.carriedBy(processInstanceId);
    films.lock(approval.filmId());
    ConsentTerms terms = Optional.ofNullable(of(approval).get(party)).orElseGet(said);
    terms.requirePassed(answers.askedSince(approval, step, party), clock.instant());
    answers.recordSilence(processInstanceId, step, name, party, terms.silence(), terms.because());
    return terms;
  }
}
