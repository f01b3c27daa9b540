/** Signatures that became void, and those who have to know. */
package film.finalsay.signature;
