/** Who may knock at which door; what they may decide once inside is the decision desk's. */
package film.finalsay.security;
