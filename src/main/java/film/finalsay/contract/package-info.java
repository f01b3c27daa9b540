/** The contracts of a film: asked for, approved, signed, and what they bind it to pay when. */
package film.finalsay.contract;
