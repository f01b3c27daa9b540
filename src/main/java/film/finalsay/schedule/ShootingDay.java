package film.finalsay.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that is shot on one date, by whichever unit.
 *
 * @param number from 1, in the order of the dates
 * @param strips in the order of the schedule, at least one
 */
public record ShootingDay(int number, LocalDate date, List<Strip> strips) {

  /** More of a day is rarely shot; less rarely fills one. */
  private static final int MOST = 8 * Pages.EIGHTHS;

  private static final int LEAST = Pages.EIGHTHS;

  /** In the order of their dates. */
  static List<ShootingDay> of(List<Strip> strips) {
    Map<LocalDate, List<Strip>> byDate = new TreeMap<>();
    strips.forEach(
        strip ->
            byDate.computeIfAbsent(strip.shootingDate(), date -> new ArrayList<>()).add(strip));
    List<ShootingDay> days = new ArrayList<>();
    byDate.forEach((date, on) -> days.add(new ShootingDay(days.size() + 1, date, List.copyOf(on))));
    return List.copyOf(days);
  }

  public int eighths() {
    return strips.stream().mapToInt(Strip::eighths).sum();
  }

  public List<String> scenes() {
    return strips.stream().flatMap(strip -> strip.sceneNumbers().stream()).distinct().toList();
  }

  public List<String> locations() {
    return strips.stream().map(Strip::location).distinct().toList();
  }

  /** How often a unit goes from one location to another. */
  public int companyMoves() {
    int moves = 0;
    Map<String, String> last = new LinkedHashMap<>();
    for (Strip strip : strips) {
      String before = last.put(strip.unit(), strip.location());
      if (before != null && !before.equalsIgnoreCase(strip.location())) {
        moves++;
      }
    }
    return moves;
  }

  /** What each unit is asked to shoot, if that is much or little for a day. */
  public List<String> warnings() {
    return strips.stream()
        .collect(
            Collectors.groupingBy(
                Strip::unit, LinkedHashMap::new, Collectors.summingInt(Strip::eighths)))
        .entrySet()
        .stream()
        .filter(unit -> unit.getValue() > MOST || unit.getValue() < LEAST)
        .map(
            unit ->
                "%s: %s has %s pages, %s."
                    .formatted(
                        date,
                        unit.getKey(),
                        Pages.inWords(unit.getValue()),
                        unit.getValue() > MOST ? "more than 8" : "less than 1"))
        .toList();
  }
}
