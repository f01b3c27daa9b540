/** Consent of the parties to a greenlight to what changes in it. */
package film.finalsay.consent;
