/** The greenlight as a process: its names and its steps. */
package film.finalsay.greenlight.process;
