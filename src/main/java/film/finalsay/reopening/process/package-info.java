/** The reopening as a process: its names and its steps. */
package film.finalsay.reopening.process;
