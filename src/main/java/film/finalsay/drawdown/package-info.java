/** Money drawn from the sources of a finance plan: when it may be, to whom, and what arrived. */
package film.finalsay.drawdown;
