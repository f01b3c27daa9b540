/** Who may answer at a step, and begin a process: what every task and start goes past. */
package film.finalsay.engine.guard;
