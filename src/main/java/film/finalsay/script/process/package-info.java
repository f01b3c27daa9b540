/** The script approval as a process: its names and its steps. */
package film.finalsay.script.process;
