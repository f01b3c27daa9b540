package film.finalsay.consent;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ConsentTerms;
import film.finalsay.approval.Outcome;
import film.finalsay.approval.Refusal;
import film.finalsay.approval.Role;
import film.finalsay.film.Films;
import film.finalsay.register.ApprovalRegister;
import film.finalsay.register.RecordedAnswers;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has to consent where something changes that a greenlight recites. It is frozen with the
 * request: whoever joins the team later is not asked about what was asked before.
 */
@Service
@Transactional
public class GreenlightConsents {

  /** Who is party to a greenlight, besides those who make the film. */
  public static final List<Role> PARTIES =
      List.of(Role.FINANCIER, Role.DISTRIBUTOR, Role.COMPLETION_GUARANTOR);

  private static final ConsentTerms NO_MORE =
      new ConsentTerms(
          Duration.ZERO,
          Outcome.CONSENT_BY_SILENCE,
          "By the table that counts now this consent is not needed.");

  private final AskedConsentRepository consents;
  private final GreenlightConsentTable table;
  private final Films films;
  private final ApprovalRegister register;
  private final RecordedAnswers answers;
  private final Clock clock;

  GreenlightConsents(
      AskedConsentRepository consents,
      GreenlightConsentTable table,
      Films films,
      ApprovalRegister register,
      RecordedAnswers answers,
      Clock clock) {
    this.consents = consents;
    this.table = table;
    this.films = films;
    this.register = register;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Puts on file whose consent a request needs, in place of what was on file for it. Call it with
   * the film locked.
   *
   * @param recited whether a greenlight that was given recites what the request changes
   * @return in the order in which they are named everywhere; empty if nobody's
   */
  public List<Role> ask(Approval approval, boolean recited) {
    List<Role> parties = needed(approval, recited);
    consents.save(approval.key(), parties);
    return parties;
  }

  /** Whose consent a request needs. */
  @Transactional(readOnly = true)
  public List<Role> asked(Approval approval) {
    return consents.find(approval.key());
  }

  /** Adds to what is asked for whose consent it needs, if anybody's. */
  @Transactional(readOnly = true)
  public void tell(Approval approval, Map<String, String> subject) {
    List<Role> asked = asked(approval);
    if (!asked.isEmpty()) {
      subject.put("consents", Role.ids(asked));
    }
  }

  /** Whose consent a request needs, as a person reads it. */
  @Transactional(readOnly = true)
  public String inWords(Approval approval) {
    List<Role> asked = asked(approval);
    return asked.isEmpty()
        ? "None: no greenlight recites it."
        : "Once the executive producer has agreed: %s."
            .formatted(
                asked.stream()
                    .map(party -> "the " + party.title())
                    .collect(Collectors.joining(", ")));
  }

  /**
   * Stands before a yes: what is agreed to now is put to everybody whose consent it needs.
   *
   * @param recited as for {@link #ask}
   * @throws Refusal (conflict) if a consent has come to be needed since the request was filed
   */
  @Transactional(readOnly = true)
  public void requireAsked(Approval approval, boolean recited) {
    List<Role> asked = asked(approval);
    Set<Role> missed = EnumSet.noneOf(Role.class);
    missed.addAll(needed(approval, recited));
    asked.forEach(missed::remove);
    if (!missed.isEmpty()) {
      throw Refusal.conflict(
          "Since %s was filed, it has come to need the consent of %s: return it, so that it is filed anew."
              .formatted(
                  approval.key(),
                  missed.stream().map(Role::title).collect(Collectors.joining(" and "))));
    }
  }

  /**
   * Records that a party was silent until its deadline, as what its terms say that this means.
   *
   * @return those terms
   * @throws Refusal (conflict) if the party was not asked, or still has time
   */
  public ConsentTerms wasSilent(String processInstanceId, String step, String name, Role party) {
    Approval approval = register.carriedBy(processInstanceId);
    films.lock(approval.filmId());
    ConsentTerms terms = table.terms(approval.kind(), party).orElse(NO_MORE);
    terms.requirePassed(answers.askedSince(approval, step, party), clock.instant());
    answers.recordSilence(processInstanceId, step, name, party, terms.silence(), terms.because());
    return terms;
  }

  private List<Role> needed(Approval approval, boolean recited) {
    if (!recited) {
      return List.of();
    }
    Set<Role> held = EnumSet.noneOf(Role.class);
    films.holdersOfRoles(approval.filmId()).values().forEach(held::addAll);
    return PARTIES.stream()
        .filter(held::contains)
        .filter(party -> table.terms(approval.kind(), party).isPresent())
        .toList();
  }
}
