/** The form is the contract: what a step or a start asks for, and against which it is answered. */
package film.finalsay.engine.form;
