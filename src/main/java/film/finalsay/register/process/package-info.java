/** The steps that every approval process shares. */
package film.finalsay.register.process;
