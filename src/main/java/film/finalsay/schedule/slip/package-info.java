/** What follows when a shoot falls behind its schedule. */
package film.finalsay.schedule.slip;
