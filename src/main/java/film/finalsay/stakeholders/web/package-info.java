/** Stakeholder reports over REST. */
package film.finalsay.stakeholders.web;
