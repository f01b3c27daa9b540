/** Shooting schedules: versions, the one that is locked, and the days that were shot of it. */
package film.finalsay.schedule;
