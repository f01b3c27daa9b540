package film.finalsay.greenlight.committee;

import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.Approval;
import film.finalsay.approval.ApprovalKind;
import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Decision;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.film.Interests;
import film.finalsay.film.Viewer;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which committee votes on the greenlights to come: a film's own, or else the company's; without
 * either, none does.
 */
@Service
@Transactional
public class Committees {

  private static final String COMPANY = "*";

  private final CommitteeRepository committees;
  private final Films films;
  private final Interests interests;
  private final Ledger ledger;
  private final Clock clock;

  Committees(
      CommitteeRepository committees,
      Films films,
      Interests interests,
      Ledger ledger,
      Clock clock) {
    this.committees = committees;
    this.films = films;
    this.interests = interests;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @param ofFilm whether it is the film's own, and not the company's
   */
  public record Policy(Committee committee, boolean ofFilm) {}

  /** The committee that counts for a film; empty if none does. */
  @Transactional(readOnly = true)
  public Optional<Policy> of(Film film) {
    return committees
        .findPolicy(film.id())
        .map(kept -> new Policy(kept.committee(), true))
        .or(() -> ofCompany().map(committee -> new Policy(committee, false)));
  }

  @Transactional(readOnly = true)
  public Optional<Committee> ofCompany() {
    return committees.findPolicy(COMPANY).map(CommitteeRepository.Kept::committee);
  }

  /**
   * Why a greenlight that somebody outside the committee asked for today would be refused.
   *
   * @return a sentence; empty if it would not
   */
  @Transactional(readOnly = true)
  public Optional<String> obstacle(Film film, Committee committee) {
    try {
      requireCanBegin(committee, film, "");
      return Optional.empty();
    } catch (BusinessRuleException refusal) {
      return Optional.of(refusal.getMessage());
    }
  }

  /**
   * Sets a film's own committee. It concerns requests to come.
   *
   * @throws BusinessRuleException (invalid) naming the field, (forbidden) unless the film's
   *     executive producer asks
   */
  public Committee set(Film film, Viewer viewer, Map<String, ?> body) {
    requireExecutive(film, viewer);
    Committee committee = CommitteeInput.read(body);
    films.lock(film.id());
    committees.putPolicy(film.id(), committee, viewer.person(), clock.instant());
    append(film.id(), viewer, Role.EXECUTIVE_PRODUCER, "film", committee.inShort());
    return committee;
  }

  /**
   * Drops a film's own committee; the company's counts again, if there is one.
   *
   * @throws BusinessRuleException (not found) if there is none, (forbidden) unless the film's
   *     executive producer asks
   */
  public void drop(Film film, Viewer viewer) {
    requireExecutive(film, viewer);
    films.lock(film.id());
    if (!committees.deletePolicy(film.id())) {
      throw notFound("%s has no greenlight committee of its own.", film.inWords());
    }
    append(film.id(), viewer, Role.EXECUTIVE_PRODUCER, "film", "none");
  }

  /**
   * Sets the company's committee, for all films without one of their own. It concerns requests to
   * come.
   *
   * @throws BusinessRuleException (invalid) naming the field
   */
  public Committee setOfCompany(Viewer viewer, Map<String, ?> body) {
    Committee committee = CommitteeInput.read(body);
    List<String> ids = lockFirst();
    committees.putPolicy(COMPANY, committee, viewer.person(), clock.instant());
    ids.forEach(id -> append(id, viewer, null, "company", committee.inShort()));
    return committee;
  }

  /**
   * @throws BusinessRuleException (not found) if there is none
   */
  public void dropOfCompany(Viewer viewer) {
    List<String> ids = lockFirst();
    if (!committees.deletePolicy(COMPANY)) {
      throw notFound("The company has no greenlight committee.");
    }
    ids.forEach(id -> append(id, viewer, null, "company", "none"));
  }

  /**
   * Freezes for a request the committee that counts now.
   *
   * @throws BusinessRuleException (conflict) if it could not come to a result, or nobody decide
   *     after it
   */
  public void freeze(Approval approval, Film film) {
    committees
        .findPolicy(film.id())
        .or(() -> committees.findPolicy(COMPANY))
        .ifPresent(
            kept -> {
              requireCanBegin(kept.committee(), film, approval.requester());
              committees.freeze(approval.key(), kept.id());
            });
  }

  /** The committee that a request began with; empty if it has none. */
  @Transactional(readOnly = true)
  public Optional<Committee> frozen(Approval approval) {
    return committees.findFrozen(approval.key()).map(CommitteeRepository.Kept::committee);
  }

  private void requireCanBegin(Committee committee, Film film, String requester) {
    Eligibility.requireSeats(committee, films.holdersOfRoles(film.id()));
    eligible(committee, film.id(), requester, List.of());
  }

  /**
   * Who votes and decides, as things stand.
   *
   * @throws BusinessRuleException (conflict) if they are too few
   */
  Eligibility eligible(
      Committee committee, String filmId, String requester, List<Decision> decisions) {
    Eligibility eligible =
        Eligibility.of(
            committee, films.holdersOfRoles(filmId), barred(filmId, requester), decisions);
    eligible.requireSuffices(committee);
    return eligible;
  }

  /** Who neither votes nor has the final say: who asks, and who has an interest in it. */
  Set<String> barred(String filmId, String requester) {
    Set<String> barred =
        new HashSet<>(interests.in(filmId, ApprovalKind.GREENLIGHT, Set.of()).keySet());
    barred.add(requester);
    return barred;
  }

  private void requireExecutive(Film film, Viewer viewer) {
    if (!films.rolesOf(viewer.person(), film.id()).contains(Role.EXECUTIVE_PRODUCER)) {
      throw forbidden(
          "The greenlight committee of %s is for its executive producer to set.", film.inWords());
    }
  }

  /** Who sets it at once take turns. */
  private List<String> lockFirst() {
    List<String> ids = films.ids();
    ids.stream().findFirst().ifPresent(films::lock);
    return ids;
  }

  private void append(String film, Viewer viewer, Role role, String of, String committee) {
    ledger.append(
        film,
        Event.of(Happening.COMMITTEE_SET)
            .by(viewer.person(), role)
            .with("of", of)
            .with("committee", committee));
  }
}
