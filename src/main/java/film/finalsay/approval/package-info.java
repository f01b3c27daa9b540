/**
 * The words every approval shares: roles, outcomes, decisions, refusals, money. Plain Java only.
 */
package film.finalsay.approval;
