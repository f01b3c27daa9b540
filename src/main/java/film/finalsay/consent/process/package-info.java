/** How a process asks the parties to a greenlight: its table and what silence means. */
package film.finalsay.consent.process;
