package film.finalsay.finance;

import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
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
  public SalesEstimate save(String filmId, Map<String, ?> estimates, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(FinancePlans.FINANCING, person, film, "save its sales estimates");
    Inputs head = Inputs.of(estimates);
    LocalDate date = SentPlan.day("date", head);
    if (date == null) {
      throw invalid("date", "is missing; the day of the estimates is needed.");
    }
    int before = finance.latestEstimate(filmId);
    FinancePlans.requireBasedOn(head, before, "sales estimates");
    SalesEstimate saved =
        new SalesEstimate(
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
    return byNumber(film, saved.version());
  }

  /**
   * @throws BusinessRuleException (not found) while there are none
   */
  @Transactional(readOnly = true)
  public SalesEstimate latest(Film film) {
    return finance
        .findEstimate(film, finance.latestEstimate(film.id()))
        .orElseThrow(() -> notFound("%s has no sales estimates yet.", film.inWords()));
  }

  /**
   * @throws BusinessRuleException (not found) if there is no such version
   */
  @Transactional(readOnly = true)
  public SalesEstimate byNumber(Film film, int version) {
    return finance
        .findEstimate(film, version)
        .orElseThrow(
            () -> notFound("%s has no sales estimates version %d.", film.inWords(), version));
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<SalesEstimate> page(Film film, int limit, long offset) {
    return finance.estimates(film, limit, offset);
  }
}
