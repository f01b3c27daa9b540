/** Commitments as an effect of processes that a modeller draws. */
package film.finalsay.commitment.process;
