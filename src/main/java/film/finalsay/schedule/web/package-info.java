/** Schedules and production reports over REST. */
package film.finalsay.schedule.web;
