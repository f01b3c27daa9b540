/** Reads one-line schedules as scheduling software prints them. */
package film.finalsay.schedule.reading;
