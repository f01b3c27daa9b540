package film.finalsay.schedule;

import static film.finalsay.approval.BusinessRuleException.conflict;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.approval.Fingerprint;
import film.finalsay.approval.Role;
import film.finalsay.film.Film;
import film.finalsay.film.FilmScripts;
import film.finalsay.film.FilmScripts.SceneSummary;
import film.finalsay.film.Films;
import film.finalsay.ledger.Event;
import film.finalsay.ledger.Happening;
import film.finalsay.ledger.Ledger;
import film.finalsay.sql.Versions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of each film's schedule, and which of them counts. */
@Service
@Transactional(readOnly = true)
public class Schedules {

  /** The first assistant director makes the schedule. */
  private static final Set<Role> SCHEDULING = EnumSet.copyOf(Role.SUBMITTING);

  static {
    SCHEDULING.add(Role.FIRST_ASSISTANT_DIRECTOR);
  }

  private final ScheduleRepository schedules;
  private final FilmScripts scripts;
  private final Films films;
  private final Ledger ledger;
  private final Clock clock;

  Schedules(
      ScheduleRepository schedules, FilmScripts scripts, Films films, Ledger ledger, Clock clock) {
    this.schedules = schedules;
    this.scripts = scripts;
    this.films = films;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Reads a file of a film, whose locked script has these scenes. */
  @FunctionalInterface
  public interface Reading {

    List<Strip> strips(List<SceneSummary> scenes);
  }

  /**
   * Saves what a file says as a new version; those before stay.
   *
   * @throws BusinessRuleException (invalid) naming the line, or (forbidden) if this person prepares
   *     no schedules here, or (conflict) if the script is not locked; then nothing is imported
   */
  @Transactional
  public Schedule importFile(String filmId, byte[] file, Reading reading, String person) {
    Film film = films.lock(filmId);
    Role role = films.roleAmong(SCHEDULING, person, film, "import its schedule");
    List<Strip> strips = reading.strips(lockedScenes(film));
    Schedule schedule =
        new Schedule(
            schedules.latest(filmId) + 1,
            Fingerprint.of(file),
            person,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            ShootingDay.of(strips));
    schedules.insert(filmId, schedule);
    ledger.append(
        filmId,
        Event.of(Happening.SCHEDULE_IMPORTED)
            .by(person, role)
            .with("version", schedule.version())
            .with("days", schedule.days().size())
            .with("firstDay", schedule.firstDay())
            .with("wrapDate", schedule.wrapDate())
            .with("eighths", schedule.eighths())
            .with("fileSha256", schedule.fileSha256()));
    return schedule;
  }

  /**
   * @throws BusinessRuleException (conflict) if the script is not locked
   */
  public List<SceneSummary> lockedScenes(Film film) {
    List<SceneSummary> scenes = scripts.scenes(film);
    if (scenes.isEmpty()) {
      throw conflict(
          "The script of %s is not locked: until it is, no scene has a number that stands, by which"
              + " it could be scheduled.",
          film.inWords());
    }
    return scenes;
  }

  /** The scenes of the locked script that a schedule leaves out, in the order of the script. */
  public List<String> unscheduled(Film film, Schedule schedule) {
    Set<String> scheduled = schedule.daysOfScenes().keySet();
    return scripts.scenes(film).stream()
        .filter(scene -> !scene.omitted() && !scheduled.contains(scene.number()))
        .map(SceneSummary::number)
        .toList();
  }

  /** Scenes that a schedule has, and that a revision set has omitted since. */
  public List<String> omitted(Film film, Schedule schedule) {
    Set<String> standing =
        scripts.scenes(film).stream()
            .filter(scene -> !scene.omitted())
            .map(SceneSummary::number)
            .collect(Collectors.toSet());
    return schedule.daysOfScenes().keySet().stream()
        .filter(scene -> !standing.contains(scene))
        .toList();
  }

  public Optional<Schedule> find(Film film, int version) {
    return schedules.find(film.id(), version);
  }

  /**
   * @throws BusinessRuleException (not found) if there is none
   */
  public Schedule byNumber(Film film, int version) {
    return find(film, version)
        .orElseThrow(() -> Versions.missing(film.inWords(), "schedule", version));
  }

  /** The newest first. */
  public List<Schedule> page(Film film, int limit, long offset) {
    return schedules.page(film.id(), limit, offset);
  }

  /** The one that counts; empty while none is locked. */
  public Optional<Schedule> locked(Film film) {
    return schedules.locked(film.id());
  }

  /** Makes a version the one that counts. Call it with the film locked. */
  @Transactional
  public void lock(Film film, int version, String approvalKey) {
    schedules.lock(film.id(), version, approvalKey, clock.instant());
  }
}
