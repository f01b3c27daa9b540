package film.finalsay.cut;

import film.finalsay.film.Film;
import java.time.LocalDate;

/**
 * What is agreed about the final cut of a film.
 *
 * @param holder whose it is: the director, or one of the executive producers; null for any of these
 * @param directorsCutDays how long the director's cut has, from 1 to 365
 * @param directorsCutFrom the day on which that began, or begins; null until a producer says so
 * @param handedOverOn when the director agreed to an earlier hand-over; null if not
 * @param shortestMinutes the shortest running time by contract; null if there is none
 * @param longestMinutes the longest; null if there is none
 */
public record FinalCut(
    String filmId,
    String holder,
    int directorsCutDays,
    LocalDate directorsCutFrom,
    LocalDate handedOverOn,
    Integer shortestMinutes,
    Integer longestMinutes) {

  /** Ten weeks. */
  static final int USUAL_DAYS = 70;

  static FinalCut unsaid(Film film) {
    return new FinalCut(film.id(), null, USUAL_DAYS, null, null, null, null);
  }

  /** The first day on which the others may follow; null until it is known when it begins. */
  public LocalDate openFrom() {
    return directorsCutFrom == null ? null : directorsCutFrom.plusDays(directorsCutDays);
  }

  boolean hasBegun(LocalDate today) {
    return directorsCutFrom != null && !directorsCutFrom.isAfter(today);
  }

  FinalCut beginning(LocalDate day) {
    return new FinalCut(
        filmId, holder, directorsCutDays, day, handedOverOn, shortestMinutes, longestMinutes);
  }

  FinalCut handedOver(LocalDate day) {
    return new FinalCut(
        filmId, holder, directorsCutDays, directorsCutFrom, day, shortestMinutes, longestMinutes);
  }

  /** As a form says it: {@code 90 to 110 minutes}; empty if the contracts say nothing. */
  public String contractedInWords() {
    if (shortestMinutes == null) {
      return longestMinutes == null ? "" : "at most %d minutes".formatted(longestMinutes);
    }
    return longestMinutes == null
        ? "at least %d minutes".formatted(shortestMinutes)
        : "%d to %d minutes".formatted(shortestMinutes, longestMinutes);
  }

  /** Whether the contracts, as far as they say anything, allow this running time. */
  boolean allows(long milliseconds) {
    return (shortestMinutes == null || milliseconds >= shortestMinutes * 60_000L)
        && (longestMinutes == null || milliseconds <= longestMinutes * 60_000L);
  }
}
