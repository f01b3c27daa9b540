package film.finalsay.film;

import film.finalsay.approval.Money;
import film.finalsay.approval.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rest of the product may ask of what a film costs. */
public interface FilmCosts {

  /**
   * One week's cost report in total.
   *
   * @param number from 1
   * @param actual paid to date
   * @param commitments open purchase orders
   * @param efc estimated final cost
   * @param importedAt what was approved later, it does not know of
   */
  record ReportSummary(
      int number,
      LocalDate weekEnding,
      Money actual,
      Money commitments,
      Money efc,
      Instant importedAt) {}

  /**
   * @param number null for the last
   * @return empty if there is none
   */
  Optional<ReportSummary> report(Film film, Integer number);

  /**
   * What a film costs by its last cost report.
   *
   * @param report its number
   * @param efc the estimated final cost (EFC) of the film
   * @param hardStop whether it is above the secured funds, and nobody has accepted that
   */
  record CostStanding(int report, LocalDate weekEnding, Money efc, boolean hardStop) {}

  /**
   * What an account will cost beside what it was given.
   *
   * @param variance negative is over
   * @param explanation the last that was given for the account; null if nobody gave one
   */
  record LargeVariance(String account, String description, Money variance, String explanation) {}

  /** The largest by the last cost report, over or under, the largest first; none without one. */
  List<LargeVariance> largestVariances(Film film, int most);

  /** What each of these films costs, by film; without those that have no cost report. */
  Map<String, CostStanding> standings(Collection<Film> films);

  /**
   * The estimated final cost (EFC) of each account by the last cost report.
   *
   * @return by account number; empty while there is no report
   */
  Map<String, Money> estimatedFinalCosts(Film film);

  /**
   * Why nobody below the executive producer approves spending now: the estimated final cost has
   * passed the secured funds, and the executive producer has not decided yet what to do.
   *
   * @return a sentence with the figures; empty if nothing stands against it
   */
  Optional<String> hardStop(Film film);

  /**
   * Says that something was approved, new money say, while the hard stop stood. If that has lifted
   * the stop, the ledger tells so, and the executive producer is asked no more what to do. Call it
   * with the film locked.
   */
  void approvedInHardStop(Film film, String approvalKey);

  /**
   * Says that the secured money may be another. If that brought or lifted the hard stop, the ledger
   * tells so, and the executive producer is asked, if this person may ask, or asked no more. Call
   * it with the film locked.
   *
   * @param stood whether the stop stood before
   * @param person who changed it, in a role
   */
  void fundsChanged(Film film, boolean stood, String person, Role role);
}
