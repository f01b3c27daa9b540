package film.finalsay.schedule.report;

import film.finalsay.film.Film;

/** What follows from a day that was shot. */
public interface AfterCountersignature {

  /** Call it with the film locked, and its days counted. */
  void countersigned(Film film, ProductionReport report);
}
