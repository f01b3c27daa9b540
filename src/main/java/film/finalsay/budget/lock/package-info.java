/** The budget lock: what a version has to fulfil, and which changes it would leave behind. */
package film.finalsay.budget.lock;
