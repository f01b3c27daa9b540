package film.finalsay.schedule;

import static film.finalsay.approval.BusinessRuleException.conflict;
import static film.finalsay.approval.BusinessRuleException.invalid;

import film.finalsay.approval.BusinessRuleException;
import film.finalsay.film.Film;
import film.finalsay.register.Case;
import film.finalsay.register.Content;
import film.finalsay.schedule.ScheduleDifference.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A version of a schedule as requests put it to people: what they read is what they sign. */
@Component
public class ScheduleContent {

  private static final String FILE = "fileSha256";
  private static final String INSTEAD_OF = "insteadOf";

  /** As many of a list as a person reads in one line. */
  private static final int MOST_NAMED = 20;

  private final Schedules schedules;

  ScheduleContent(Schedules schedules) {
    this.schedules = schedules;
  }

  /**
   * @throws BusinessRuleException (invalid) naming the field if the film has no such version
   */
  public Schedule version(Film film, String field, int number) {
    return schedules
        .find(film, number)
        .orElseThrow(
            () -> invalid(field, "%s has no schedule version %d.", film.inWords(), number));
  }

  /** The version, beside the one that counts. */
  public Content of(Film film, Schedule schedule) {
    Content content =
        Content.of("shootingDays", schedule.days().size())
            .with("firstDay", schedule.firstDay())
            .with("wrapDate", schedule.wrapDate())
            .with("pages", Pages.inWords(schedule.eighths()))
            .with("pagesADay", Pages.inWords(schedule.eighths() / schedule.days().size()))
            .with("companyMoves", schedule.companyMoves())
            .with("scenesNotScheduled", named(schedules.unscheduled(film, schedule)))
            .with(
                "warnings",
                named(schedule.days().stream().flatMap(day -> day.warnings().stream()).toList()))
            .with(FILE, schedule.fileSha256());
    return schedules
        .locked(film)
        .map(
            locked ->
                content
                    .with(
                        INSTEAD_OF, "Version %d: %s".formatted(locked.version(), locked.inWords()))
                    .with("changes", changes(ScheduleDifference.between(locked, schedule))))
        .orElse(content);
  }

  /**
   * @param reported days that were shot
   * @throws BusinessRuleException (conflict) if a scene was omitted since, or a day that was shot
   *     is left out
   */
  public void requireShootable(Film film, Schedule schedule, Set<LocalDate> reported) {
    List<String> omitted = schedules.omitted(film, schedule);
    if (!omitted.isEmpty()) {
      throw conflict(
          "Version %d of the schedule has scenes that do not stand in the locked script: %s.",
          schedule.version(), named(omitted));
    }
    List<String> left =
        reported.stream()
            .filter(day -> schedule.on(day).isEmpty())
            .sorted()
            .map(LocalDate::toString)
            .toList();
    if (!left.isEmpty()) {
      throw conflict(
          "Version %d of the schedule leaves out days that have a production report: %s.",
          schedule.version(), named(left));
    }
  }

  /**
   * @throws BusinessRuleException (conflict) if it is another version, or stands in place of
   *     another, than what was decided
   */
  public void requireAsFiled(Case request, Schedule schedule) {
    Content now = of(request.film(), schedule);
    Content filed = request.content();
    if (!now.find(INSTEAD_OF).equals(filed.find(INSTEAD_OF))
        || !now.find(FILE).equals(filed.find(FILE))) {
      throw conflict(
          "Another schedule was locked since %s was filed. Withdraw it, and file it anew.",
          request.key());
    }
  }

  /** For the ledger. */
  public Map<String, String> done(Schedule schedule) {
    return Map.of(
        "lockedSchedule",
        String.valueOf(schedule.version()),
        "shootingDays",
        String.valueOf(schedule.days().size()),
        "firstDay",
        schedule.firstDay().toString(),
        "wrapDate",
        schedule.wrapDate().toString(),
        FILE,
        schedule.fileSha256());
  }

  private static String changes(ScheduleDifference difference) {
    if (difference.days().isEmpty()) {
      return "No day differs.";
    }
    List<String> changes = new ArrayList<>();
    for (Change change : Change.values()) {
      List<String> days =
          difference.days().stream()
              .filter(day -> day.change() == change)
              .map(day -> day.date().toString())
              .toList();
      if (!days.isEmpty()) {
        changes.add("%s: %s".formatted(change.inWords(), named(days)));
      }
    }
    List<String> scenes =
        difference.scenes().stream().map(ScheduleDifference.SceneDifference::scene).toList();
    if (!scenes.isEmpty()) {
      changes.add("scenes on other days: " + named(scenes));
    }
    return String.join("; ", changes);
  }

  /**
   * @return null for none
   */
  private static String named(List<String> all) {
    if (all.isEmpty()) {
      return null;
    }
    String some = String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size())));
    return all.size() <= MOST_NAMED
        ? some
        : "%s and %d more".formatted(some, all.size() - MOST_NAMED);
  }
}
