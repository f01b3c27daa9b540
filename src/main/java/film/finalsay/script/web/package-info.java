/** Script drafts over REST. */
package film.finalsay.script.web;
