/** The approvals as people work them: in the Tasklist that the product serves, in a browser. */
package film.finalsay.browser;
