package film.finalsay.cost;

import film.finalsay.approval.Money;
import film.finalsay.film.Film;
import film.finalsay.film.FilmGreenlight;
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
        .filter(cause -> cause.excess().minor() > 0)
        .filter(cause -> !isAccepted(film, cause.report().efc()));
  }

  private boolean isAccepted(Film film, Money efc) {
    return questions.highestAccepted(film).stream().anyMatch(most -> most.compareTo(efc) >= 0);
  }
}
