package film.finalsay.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What differs between two versions of a schedule.
 *
 * @param days those that were added, dropped or changed, in the order of their dates
 * @param scenes those that are shot on other days, in the order of the later version, then those
 *     that it has no more
 */
public record ScheduleDifference(
    Schedule before, Schedule after, List<DayDifference> days, List<SceneDifference> scenes) {

  /** What became of a day. */
  public enum Change {
    ADDED,
    DROPPED,
    CHANGED;

    String inWords() {
      return "days " + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param before null if the day was added
   * @param after null if the day was dropped
   */
  public record DayDifference(ShootingDay before, ShootingDay after) {

    public LocalDate date() {
      return after == null ? before.date() : after.date();
    }

    public Change change() {
      if (before == null) {
        return Change.ADDED;
      }
      return after == null ? Change.DROPPED : Change.CHANGED;
    }
  }

  /**
   * @param before the days on which it was shot; empty if it is new in the schedule
   * @param after empty if it is shot no more
   */
  public record SceneDifference(String scene, Set<LocalDate> before, Set<LocalDate> after) {}

  public static ScheduleDifference between(Schedule before, Schedule after) {
    Set<LocalDate> dates = new TreeSet<>();
    Stream.of(before, after).forEach(one -> one.days().forEach(day -> dates.add(day.date())));
    List<DayDifference> days =
        dates.stream()
            .map(
                date ->
                    new DayDifference(before.on(date).orElse(null), after.on(date).orElse(null)))
            .filter(
                day ->
                    day.before() == null
                        || day.after() == null
                        || !day.before().strips().equals(day.after().strips()))
            .toList();
    List<SceneDifference> scenes = new ArrayList<>();
    Map<String, Set<LocalDate>> was = before.daysOfScenes();
    after
        .daysOfScenes()
        .forEach(
            (scene, on) -> {
              Set<LocalDate> then = was.remove(scene);
              if (!on.equals(then)) {
                scenes.add(new SceneDifference(scene, then == null ? Set.of() : then, on));
              }
            });
    was.forEach((scene, then) -> scenes.add(new SceneDifference(scene, then, Set.of())));
    return new ScheduleDifference(before, after, days, List.copyOf(scenes));
  }

  public long days(Change change) {
    return days.stream().filter(day -> day.change() == change).count();
  }
}
