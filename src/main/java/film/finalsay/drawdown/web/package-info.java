/** The cash flow, its payees and what was drawn over REST. */
package film.finalsay.drawdown.web;
