/** Stakeholder reports: what those who pay for a film, sell it or bond it are told of it. */
package film.finalsay.stakeholders;
