/**
 * The ledger: what happened on a film, or to the company, written once and chained by hashes, so
 * that a later change shows. Features append to it; it knows none of them.
 */
package film.finalsay.ledger;
