package film.finalsay.slate.web;

import film.finalsay.slate.SlateFilm;
import film.finalsay.slate.SlateFilm.Wait;
import film.finalsay.slate.SlateTotal;
import film.finalsay.slate.web.SlateController.SlateView;
import film.finalsay.web.Csv;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The slate for a spreadsheet. */
final class SlateCsv {

  private SlateCsv() {}

  static Csv written(SlateView slate) {
    Csv csv =
        new Csv(
            "row",
            "film",
            "title",
            "phase",
            "shootingDaysCompleted",
            "shootingDays",
            "currency",
            "budget",
            "costReport",
            "weekEnding",
            "efc",
            "variance",
            "variancePercent",
            "contingencyLeft",
            "contingencyLeftPercent",
            "percentShot",
            "secured",
            "drawn",
            "efcAboveSecured",
            "openApprovals",
            "oldestWait",
            "waitingFor",
            "waitingDays",
            "hardStop",
            "conditionsOpen",
            "conditionsOverdue");
    slate.films().items().forEach(film -> write(csv, film));
    slate.totals().forEach(total -> write(csv, total));
    return csv;
  }

  private static void write(Csv csv, SlateFilm film) {
    csv.line(
        "film",
        film.film(),
        film.title(),
        film.phase(),
        film.shootingDaysCompleted(),
        film.shootingDays(),
        film.currency(),
        film.budget(),
        film.costReport(),
        film.weekEnding(),
        film.efc(),
        film.variance(),
        film.variancePercent(),
        film.contingencyLeft(),
        film.contingencyLeftPercent(),
        film.percentShot(),
        film.secured(),
        film.drawn(),
        film.efcAboveSecured(),
        film.openApprovals().entrySet().stream()
            .map(kind -> kind.getKey() + ": " + kind.getValue())
            .collect(Collectors.joining("; ")),
        of(film, wait -> wait.approval() + ", " + wait.step()),
        of(film, wait -> String.join(", ", wait.waitingFor())),
        of(film, Wait::days),
        film.hardStop(),
        film.conditionsOpen(),
        film.conditionsOverdue());
  }

  private static Object of(SlateFilm film, Function<Wait, Object> what) {
    return Optional.ofNullable(film.oldestWait()).map(what).orElse(null);
  }

  private static void write(Csv csv, SlateTotal total) {
    Object none = null;
    csv.line(
        "total",
        none,
        "%d films, %d of them with a cost report".formatted(total.films(), total.withCostReport()),
        none,
        none,
        none,
        total.currency(),
        total.budget(),
        none,
        none,
        total.efc(),
        total.variance(),
        none,
        total.contingencyLeft(),
        none,
        none,
        total.secured(),
        total.drawn());
  }
}
