/** Models as they are deployed: by whom, and for which film. */
package film.finalsay.engine.deployment;
