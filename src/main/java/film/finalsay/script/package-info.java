/** Script drafts, and the approval of exactly one of them. */
package film.finalsay.script;
