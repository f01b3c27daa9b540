package film.finalsay.cost;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmCosts.CostStanding;
import film.finalsay.film.FilmGreenlight;
import film.finalsay.film.Films;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The hard stop: it stands while a film's estimated final cost is above its secured funds, and the
 * executive producer has not accepted one that high. It follows from the records at every moment
 * and is not itself on record.
 */
@Component
class HardStop {

  private final CostReportRepository reports;
  private final CostQuestionRepository questions;
  private final FilmGreenlight greenlight;

  HardStop(
      CostReportRepository reports, CostQuestionRepository questions, FilmGreenlight greenlight) {
    this.reports = reports;
    this.questions = questions;
    this.greenlight = greenlight;
  }

  /**
   * Why it stands.
   *
   * @param report the last one
   * @param secured less than the report's estimated final cost
   */
  record Cause(CostReport report, Money secured) {

    Money excess() {
      return report.efc().minus(secured);
    }

    String inWords(Film film) {
      return ("The estimated final cost of %s, %s by the report of the week ending %s, has passed its"
              + " secured funds, %s, and the executive producer has not decided yet what to do.")
          .formatted(
              film.inWords(), report.efc().inWords(), report.weekEnding(), secured.inWords());
    }
  }

  /**
   * @return empty if nothing stands against spending: also without a report, or a greenlight
   */
  Optional<Cause> of(Film film) {
    return reports
        .findLast(film)
        .flatMap(report -> greenlight.secured(film).map(secured -> new Cause(report, secured)))
        .filter(
            cause ->
                stands(cause.report().efc(), cause.secured(), questions.highestAccepted(film)));
  }

  /** What each of several films costs, and whether the stop stands. */
  Map<String, CostStanding> standings(Collection<Film> films) {
    Map<String, Money> secured = greenlight.secured(films);
    Map<String, Money> accepted = questions.highestAccepted(Films.ids(films));
    Map<String, CostStanding> standings = new HashMap<>();
    reports
        .last(Films.ids(films))
        .forEach(
            (film, last) ->
                standings.put(
                    film,
                    new CostStanding(
                        last.report(),
                        last.weekEnding(),
                        last.efc(),
                        secured.containsKey(film)
                            && stands(
                                last.efc(),
                                secured.get(film),
                                Optional.ofNullable(accepted.get(film))))));
    return standings;
  }

  /**
   * @param accepted the highest estimated final cost that was
   */
  private static boolean stands(Money efc, Money secured, Optional<Money> accepted) {
    return efc.compareTo(secured) > 0
        && accepted.filter(most -> most.compareTo(efc) >= 0).isEmpty();
  }
}
