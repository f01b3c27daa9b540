/** What a greenlight is decided on, over REST. */
package film.finalsay.greenlight.web;
