/** Changing the locked schedule: other days, another wrap date, and what that costs. */
package film.finalsay.schedule.change;
