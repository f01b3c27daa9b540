/** A small kit over Camunda: what every process gets without drawing it. It knows no feature. */
package film.finalsay.engine;
