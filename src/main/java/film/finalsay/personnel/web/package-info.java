/** Engagements over REST. */
package film.finalsay.personnel.web;
