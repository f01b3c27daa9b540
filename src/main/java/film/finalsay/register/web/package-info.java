/** Approvals over REST: what was asked, who decided what, where it stands now. */
package film.finalsay.register.web;
