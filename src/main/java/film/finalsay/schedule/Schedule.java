package film.finalsay.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One version of a film's shooting schedule.
 *
 * @param version from 1
 * @param fileSha256 of the file that it was imported from
 * @param lockedBy the approval that made it the baseline; null if none did
 * @param lockedAt null if it never was the baseline
 * @param days in the order of their dates, at least one
 */
public record Schedule(
    int version,
    String fileSha256,
    String savedBy,
    Instant savedAt,
    String lockedBy,
    Instant lockedAt,
    List<ShootingDay> days) {

  public int eighths() {
    return days.stream().mapToInt(ShootingDay::eighths).sum();
  }

  public LocalDate firstDay() {
    return days.get(0).date();
  }

  /** Of principal photography. */
  public LocalDate wrapDate() {
    return days.get(days.size() - 1).date();
  }

  public int companyMoves() {
    return days.stream().mapToInt(ShootingDay::companyMoves).sum();
  }

  public List<Strip> strips() {
    return days.stream().flatMap(day -> day.strips().stream()).toList();
  }

  public Optional<ShootingDay> on(LocalDate date) {
    return days.stream().filter(day -> day.date().equals(date)).findFirst();
  }

  /** Each scene with the days on which it is shot. */
  public Map<String, Set<LocalDate>> daysOfScenes() {
    return days.stream()
        .flatMap(day -> day.scenes().stream().map(scene -> Map.entry(scene, day.date())))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
  }

  /** {@code 35 days from 2027-03-01 to 2027-04-16, 92 4/8 pages}. */
  public String inWords() {
    return "%d %s from %s to %s, %s pages"
        .formatted(
            days.size(),
            days.size() == 1 ? "day" : "days",
            firstDay(),
            wrapDate(),
            Pages.inWords(eighths()));
  }
}
