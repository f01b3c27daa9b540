/** What a greenlight is decided on, its committees and its conditions, over REST. */
package film.finalsay.greenlight.web;
