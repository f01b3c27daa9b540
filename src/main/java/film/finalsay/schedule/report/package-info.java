/** Daily production reports: what was shot of the locked schedule. */
package film.finalsay.schedule.report;
