/** REST of the delivery schedules. */
package film.finalsay.delivery.web;
