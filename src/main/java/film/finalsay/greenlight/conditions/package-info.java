/** The conditions precedent of a greenlight, each followed until it is met or waived. */
package film.finalsay.greenlight.conditions;
