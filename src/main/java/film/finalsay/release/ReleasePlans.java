package film.finalsay.release;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.release.ReleasePlanRepository.Approved;
import film.finalsay.sql.Versions;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of each film's release plan, which of them is approved, and the dates it sets. */
@Service
@Transactional
public class ReleasePlans {

  private static final Set<Role> DRAFTING =
      EnumSet.of(
          Role.PRODUCER, Role.CO_EXECUTIVE_PRODUCER, Role.EXECUTIVE_PRODUCER, Role.DISTRIBUTOR);

  private final ReleasePlanRepository plans;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  ReleasePlans(ReleasePlanRepository plans, Films films, Ledger ledger, Clock clock) {
    this.plans = plans;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Saves a new version; those before stay, and so does what was approved.
   *
   * @param plan {@code territories}, and {@code basedOn}, the version that it was made from, if
   *     somebody else's save in between shall not be passed over
   * @throws BusinessRuleException if a field is wrong, this person may not, or (conflict) another
   *     version has been saved since
   */
  public ReleasePlan save(String filmId, Map<String, ?> plan, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(DRAFTING, person, film, "draft its release plan");
    Inputs sent = Inputs.of(plan);
    List<ReleaseTerritory> territories = SentTerritories.read(sent, film.currency());
    int before = plans.latest(film);
    sent.optionalOrdinal("basedOn")
        .filter(basedOn -> basedOn != before)
        .ifPresent(
            basedOn -> {
              throw conflict(
                  "Version %d of the release plan is not the newest any more; that is version %d. Look"
                      + " at it before you save yours.",
                  basedOn, before);
            });
    sent.requireNothingElse();
    ReleasePlan saved = new ReleasePlan(before + 1, territories, person, clock.instant(), null);
    plans.insert(film, saved);
    ledger.append(
        filmId,
        Event.of(Happening.RELEASE_PLAN_SAVED)
            .by(person, role)
            .with("version", saved.version())
            .with("territories", territories.size())
            .with(
                "territoriesSha256",
                Fingerprint.of(SentTerritories.content(territories).fields())));
    return saved;
  }

  /**
   * @throws BusinessRuleException (not found) if there is none
   */
  @Transactional(readOnly = true)
  public ReleasePlan one(Film film, int version) {
    return plans
        .find(film, version)
        .orElseThrow(() -> Versions.missing(film.inWords(), "release plan", version));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<ReleasePlan> page(Film film, int limit, long offset) {
    return plans.page(film, limit, offset);
  }

  /**
   * The plan that counts: the one that was last approved.
   *
   * @throws BusinessRuleException (not found) if none is
   */
  @Transactional(readOnly = true)
  public ReleasePlan approved(Film film) {
    return one(film, standing(film).version());
  }

  /**
   * The dates that the approved plan sets, the earliest first.
   *
   * @throws BusinessRuleException (not found) if none is approved
   */
  @Transactional(readOnly = true)
  public List<ReleaseDate> dates(Film film, int limit, long offset) {
    return plans.dates(standing(film).approvalKey(), limit, offset);
  }

  private Approved standing(Film film) {
    return plans
        .standing(film)
        .orElseThrow(() -> notFound("%s has no approved release plan yet.", film.inWords()));
  }
}
