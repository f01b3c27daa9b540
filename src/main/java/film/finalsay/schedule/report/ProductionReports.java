package film.finalsay.schedule.report;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.forbidden;
import static film.finalsay.approval.BusinessRuleException.invalid;
import static film.finalsay.approval.BusinessRuleException.notFound;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Inputs;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmScripts.SceneSummary;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.schedule.Schedule;
import film.finalsay.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who enters what was shot on a day, and who countersigns it. */
@Service
@Transactional
public class ProductionReports {

  private static final Set<Role> ENTERING =
      EnumSet.range(Role.LINE_PRODUCER, Role.EXECUTIVE_PRODUCER);
  private static final Set<Role> COUNTERSIGNING =
      EnumSet.range(Role.PRODUCER, Role.EXECUTIVE_PRODUCER);

  private static final int MOST_SCENES = 200;
  private static final int MOST_EIGHTHS = 400;
  private static final int MOST_MINUTES = 600;

  private final ProductionReportRepository reports;
  private final Schedules schedules;
  private final ShootingProgress progress;
  private final Films films;
  private final Ledger ledger;
  private final AfterCountersignature following;
  private final Clock clock;

  ProductionReports(
      ProductionReportRepository reports,
      Schedules schedules,
      ShootingProgress progress,
      Films films,
      Ledger ledger,
      AfterCountersignature following,
      Clock clock) {
    this.reports = reports;
    this.schedules = schedules;
    this.progress = progress;
    this.films = films;
    this.ledger = ledger;
    this.following = following;
    this.clock = clock;
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<ProductionReport> page(Film film, int limit, long offset) {
    return reports.page(film.id(), limit, offset);
  }

  /**
   * @throws BusinessRuleException (not found) if the day has none
   */
  @Transactional(readOnly = true)
  public ProductionReport one(Film film, String day) {
    LocalDate date = day(day);
    return reports
        .find(film.id(), date)
        .orElseThrow(() -> notFound("%s has no production report for %s.", film.inWords(), date));
  }

  /**
   * Enters what was shot on a day, in place of what was entered before.
   *
   * @throws BusinessRuleException (forbidden) if this person may not; (invalid) if a field is
   *     wrong, or the day is none of the locked schedule, or still to come; (conflict) if the film
   *     is not greenlit, has no locked schedule, or the report is countersigned
   */
  public ProductionReport enter(String filmId, String day, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(ENTERING, person, film, "enter its production reports");
    LocalDate date = day(day);
    requireShot(film, date);
    reports
        .find(filmId, date)
        .filter(ProductionReport::isCountersigned)
        .ifPresent(
            before -> {
              throw conflict(
                  "The production report for %s is countersigned by %s, and stays as it is.",
                  date, before.countersignedBy());
            });
    ProductionReport report = read(Inputs.of(sent), film, date, person);
    reports.save(filmId, report);
    ledger.append(
        filmId,
        Event.of(Happening.PRODUCTION_REPORT_ENTERED).by(person, role).with(report.facts()));
    return report;
  }

  /**
   * Countersigns a report. Only this makes its day a day shot, and moves the film on.
   *
   * @param sent {@code sha256} of the report that was read
   * @throws BusinessRuleException (forbidden) if this person may not, or entered it; (conflict) if
   *     it is countersigned already, or another than was read
   */
  public ProductionReport countersign(
      String filmId, String day, Map<String, ?> sent, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(COUNTERSIGNING, person, film, "countersign its production reports");
    ProductionReport report = one(film, day);
    Inputs inputs = Inputs.of(sent);
    String read = inputs.text("sha256", 64);
    inputs.requireNothingElse();
    requireOpen(film, report, read, person);
    ProductionReport countersigned =
        new ProductionReport(
            report.shootingDate(),
            report.scenes(),
            report.eighths(),
            report.minutes(),
            report.wrapped(),
            report.incidents(),
            report.enteredBy(),
            report.enteredAt(),
            person,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    reports.save(filmId, countersigned);
    ledger.append(
        filmId,
        Event.of(Happening.PRODUCTION_REPORT_COUNTERSIGNED)
            .by(person, role)
            .saw(report.sha256())
            .with("day", report.shootingDate()));
    following.countersigned(progress.recount(film, null, person, role), countersigned);
    return countersigned;
  }

  private void requireOpen(Film film, ProductionReport report, String read, String person) {
    LocalDate day = report.shootingDate();
    if (report.isCountersigned()) {
      throw conflict(
          "The production report for %s is countersigned already, by %s.",
          day, report.countersignedBy());
    }
    if (report.enteredBy().equals(person)) {
      throw forbidden(
          "You entered the production report for %s; another person countersigns it.", day);
    }
    if (!report.sha256().equals(read)) {
      throw conflict(
          "The production report for %s is another than you read; read it again before you"
              + " countersign it.",
          day);
    }
    requireShot(film, day);
  }

  private void requireShot(Film film, LocalDate day) {
    if (!film.phase().isBeingMade()) {
      throw conflict(
          "%s is %s: days are shot once it is greenlit, and until it is delivered.",
          film.inWords(), film.phase().inWords());
    }
    Schedule schedule =
        schedules
            .locked(film)
            .orElseThrow(
                () ->
                    conflict(
                        "%s has no locked schedule, of which a day could have been shot.",
                        film.inWords()));
    if (schedule.on(day).isEmpty()) {
      throw invalid(
          "day",
          "%s is no shooting day of the locked schedule, version %d; ask for it by a schedule"
              + " change.",
          day,
          schedule.version());
    }
    LocalDate today = LocalDate.now(clock);
    if (day.isAfter(today)) {
      throw invalid("day", "is still to come: today is %s.", today);
    }
  }

  private ProductionReport read(Inputs sent, Film film, LocalDate day, String person) {
    String scenes = scenes(sent, film);
    int eighths = number(sent, "eighths", MOST_EIGHTHS);
    ProductionReport report =
        new ProductionReport(
            day,
            scenes,
            eighths,
            number(sent, "minutes", MOST_MINUTES),
            wrapped(sent),
            sent.optionalLongText("incidents").orElse(""),
            person,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null);
    sent.requireNothingElse();
    if (eighths > 0 && scenes.isEmpty()) {
      throw invalid("scenes", "is empty, and %d eighths were shot.", eighths);
    }
    return report;
  }

  private String scenes(Inputs sent, Film film) {
    if (!(sent.any("scenes") instanceof List<?> named) || named.size() > MOST_SCENES) {
      throw invalid("scenes", "has to be a list of at most %d scene numbers.", MOST_SCENES);
    }
    Set<String> standing =
        schedules.lockedScenes(film).stream()
            .filter(scene -> !scene.omitted())
            .map(SceneSummary::number)
            .collect(Collectors.toSet());
    Set<String> scenes = new LinkedHashSet<>();
    for (int i = 0; i < named.size(); i++) {
      if (!standing.contains(named.get(i))) {
        throw invalid("scenes[%d]".formatted(i), "is no scene that stands in the locked script.");
      }
      scenes.add((String) named.get(i));
    }
    return String.join(",", scenes);
  }

  private static int number(Inputs sent, String field, int most) {
    String text = sent.text(field, 20);
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > most) {
      throw invalid(field, "has to be a whole number from 0 to %d.", most);
    }
    return Integer.parseInt(text);
  }

  private static String wrapped(Inputs sent) {
    String time = sent.text("wrapped", 20);
    if (!time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
      throw invalid("wrapped", "has to be a time as HH:MM, as in 19:30.");
    }
    return time;
  }

  private static LocalDate day(String day) {
    return Inputs.of(Map.of("day", day))
        .optionalDate("day")
        .filter(date -> date.getYear() >= 1900 && date.getYear() < 2200)
        .orElseThrow(() -> invalid("day", "has to be a day as YYYY-MM-DD, as in 2027-01-31."));
  }
}
