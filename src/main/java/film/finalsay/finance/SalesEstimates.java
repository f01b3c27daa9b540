package film.finalsay.finance;

import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmFinance.EstimatesSummary;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of each film's sales estimates. */
@Service
@Transactional
public class SalesEstimates {

  private static final int MAX_AGENT = 200;

  private final FinanceRepository finance;
  private final SentPlan sent;
  private final FilmGreenlight greenlight;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  SalesEstimates(
      FinanceRepository finance,
      SentPlan sent,
      FilmGreenlight greenlight,
      Films films,
      Ledger ledger,
      Clock clock) {
    this.finance = finance;
    this.sent = sent;
    this.greenlight = greenlight;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Saves a new version; those before stay.
   *
   * @param estimates {@code agent}, {@code date}, {@code document}, {@code territories}, and {@code
   *     basedOn} as with a finance plan
   * @throws BusinessRuleException if a field is wrong, this person may not, or (conflict) another
   *     version has been saved since, or a greenlight rests on what would be lost
   */
  public EstimatesSummary save(String filmId, Map<String, ?> estimates, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(FinancePlans.FINANCING, person, film, "save its sales estimates");
    Inputs head = Inputs.of(estimates);
    LocalDate date = SentPlan.day("date", head);
    if (date == null) {
      throw invalid("date", "is missing; the day of the estimates is needed.");
    }
    int before = finance.latestEstimate(filmId);
    FinancePlans.requireBasedOn(head, before, "sales estimates");
    EstimatesSummary saved =
        new EstimatesSummary(
            before + 1,
            film.currency(),
            head.text("agent", MAX_AGENT),
            date,
            sent.document(head, film),
            sent.territories(head, film),
            person,
            clock.instant());
    head.requireNothingElse();
    greenlight.keep(film, () -> finance.insert(filmId, saved));
    ledger.append(
        filmId,
        Event.of(Happening.SALES_ESTIMATES_SAVED)
            .by(person, role)
            .with("version", saved.version())
            .with("agent", saved.agent())
            .with("date", saved.date())
            .with("document", saved.document())
            .with("territories", saved.territories().size())
            .with("ask", saved.ask().plain())
            .with("take", saved.take().plain()));
    return one(film, saved.version());
  }

  /**
   * @param version null for the newest
   * @throws BusinessRuleException (not found) if there are none
   */
  @Transactional(readOnly = true)
  public EstimatesSummary one(Film film, Integer version) {
    return version == null
        ? finance
            .salesEstimates(film)
            .orElseThrow(() -> notFound("%s has no sales estimates yet.", film.inWords()))
        : finance
            .salesEstimates(film, version)
            .orElseThrow(
                () -> notFound("%s has no sales estimates version %d.", film.inWords(), version));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<EstimatesSummary> page(Film film, int limit, long offset) {
    return finance.salesEstimates(film, limit, offset);
  }
}
