/** Cost reports over REST. */
package film.finalsay.cost.web;
