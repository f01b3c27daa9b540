/** Telling the signers, as a process: its names and its steps. */
package film.finalsay.signature.process;
