/** Finance plans and sales estimates over REST. */
package film.finalsay.finance.web;
