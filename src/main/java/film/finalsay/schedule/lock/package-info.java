/** Locking a schedule: the baseline by which a film is shot. */
package film.finalsay.schedule.lock;
