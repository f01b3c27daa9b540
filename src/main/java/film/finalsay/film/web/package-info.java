/** Films, teams and documents over REST. */
package film.finalsay.film.web;
