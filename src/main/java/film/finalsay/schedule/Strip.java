package film.finalsay.schedule;

import java.time.LocalDate;
import java.util.List;

/**
 * What a unit shoots in one go, at one place.
 *
 * @param scenes numbers of the locked script, separated by commas; at least one
 * @param eighths of a page, at least 1
 * @param castNumbers separated by commas; may be empty
 */
public record Strip(
    LocalDate shootingDate,
    String unit,
    String location,
    String scenes,
    int eighths,
    String castNumbers,
    TimeOfDay timeOfDay) {

  public List<String> sceneNumbers() {
    return List.of(scenes.split(","));
  }
}
