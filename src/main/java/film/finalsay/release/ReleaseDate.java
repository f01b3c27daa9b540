package film.finalsay.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A date that the approved plan sets for the film.
 *
 * @param what the item that is due, or the right whose window opens
 */
public record ReleaseDate(String territory, Kind kind, String what, LocalDate due) {

  public enum Kind {
    /** An item is delivered to the distributor. */
    MATERIAL,
    /** A window opens. */
    OPENING
  }

  /** The earliest first. */
  static List<ReleaseDate> of(List<ReleaseTerritory> territories) {
    return territories.stream()
        .flatMap(
            in ->
                Stream.concat(
                    in.materials().stream()
                        .map(
                            one ->
                                new ReleaseDate(
                                    in.territory(), Kind.MATERIAL, one.item(), one.due())),
                    in.windows().stream()
                        .map(
                            one ->
                                new ReleaseDate(
                                    in.territory(),
                                    Kind.OPENING,
                                    one.right().name(),
                                    one.opens()))))
        .sorted(
            Comparator.comparing(ReleaseDate::due)
                .thenComparing(ReleaseDate::territory)
                .thenComparing(ReleaseDate::kind)
                .thenComparing(ReleaseDate::what))
        .toList();
  }
}
